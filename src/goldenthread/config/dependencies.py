"""Is any package that we stand on known to be unsafe? `./gt audit-dependencies` asks those who keep count.

Python's packages are looked up by pip-audit, npm's by npm. Each needs the network; without it this says so
and fails, for a look that could not be taken proves nothing.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from goldenthread.config.environment import CHECKOUT

CLEAN, UNSAFE, NOT_ASKED = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Look:
    """One program that looks, what it looks at, and what it prints when it found something."""

    name: str
    command: tuple[str, ...]
    folder: Path
    found: str


def program(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def looks() -> list[Look]:
    """Every lock that something of ours is installed from."""
    locks = sorted((CHECKOUT / "requirements").glob("*.txt"))
    audit = (program("pip-audit"), "--require-hashes", "--disable-pip", "--progress-spinner", "off", "-r")
    python = [
        Look(f"requirements/{lock.name}", (*audit, str(lock)), CHECKOUT, "known vulnerabilit")
        for lock in locks
    ]
    npm = Look(
        "package-lock.json", (program("npm"), "audit", "--package-lock-only"), CHECKOUT, "vulnerabilities"
    )
    return [*python, npm]


def take(look: Look) -> int:
    """Looks, and says in one line what came of it."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    try:
        done = subprocess.run(
            look.command,
            cwd=look.folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(f"{look.name}: could not be looked at ({type(problem).__name__})")
        return NOT_ASKED
    said = done.stdout + done.stderr
    if done.returncode == 0:
        print(f"{look.name}: nothing is known against it")
        return CLEAN
    if (look.found in said and "Found" in said) or "severity" in said.lower():
        print(f"{look.name}: unsafe packages\n{said}")
        return UNSAFE
    first = said.strip().splitlines()[:1] or ["no reason given"]
    print(f"{look.name}: nobody could be asked, so nothing is known. The program said: {first[0][:200]}")
    return NOT_ASKED


def main(arguments: list[str]) -> int:
    """0 where nothing is known against any package, 1 where something is, 3 where nobody could be asked."""
    found = [take(look) for look in looks()]
    if UNSAFE in found:
        return UNSAFE
    if NOT_ASKED in found:
        print("Some could not be looked up: this machine may be offline. Run it again where the network is.")
        return NOT_ASKED
    return CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
