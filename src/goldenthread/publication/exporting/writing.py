"""Writes the public site as files: every page of the newest release, its papers and its style, no more.

A new folder is made beside the old one, taking over unchanged files by hard link, verified, and put in its
place in one move: who reads meanwhile sees the old site or the new one, never half of each.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from goldenthread.accounts.context import INVENTED
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.publication.exporting.checking import problems
from goldenthread.publication.presenters.frame import frame
from goldenthread.publication.queries.released import newest_release, public_content
from goldenthread.publication.site.addresses import FEED, FIND, files, paths
from goldenthread.publication.site.drawing import draw
from goldenthread.publication.site.feed import feed
from goldenthread.publication.site.links import Links, file_of
from goldenthread.publication.site.papers import bytes_of
from goldenthread.publication.site.values import Site, released_words

ASSETS = "assets/"
STYLE = "ui/golden-thread.css"
ICON = "ui/icon.svg"
URL = re.compile(r"url\((['\"]?)([^)'\"]+)\1\)")
NOT_FOUND = "404.html"
MARK = ".golden-thread-site"
"""Lies in every export, so that no folder of anybody else's is ever replaced."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many files, and how many of them were as before."""

    files: int
    unchanged: int


class NotExported(Exception):
    """The site was not exported, and what was there before stays. The message says why."""


def export(out: Path) -> Exported:
    """Puts the public site into the folder `out`. Raises `NotExported`; `NotPossibleNow` before a release."""
    written = whole_site()
    wrong = problems(written)
    if wrong:
        raise NotExported("The site is not as it must be:\n" + "\n".join(wrong))
    return swap(written, out)


def whole_site() -> dict[str, bytes]:
    """Every file of the site by its path."""
    release = newest_release()
    if release is None:
        raise NotPossibleNow("Nothing was released yet.")
    demonstration = INVENTED if settings.DEMONSTRATION else ""
    site = Site(public_content(release), released_words(release), demonstration)
    written, names = _assets()
    for path in paths(site.content):
        drawn = draw(site, Links(path, assets=names))
        if drawn is not None:
            written[file_of(path)] = drawn.encode()
    written[FEED] = feed(site, Links(FEED, assets=names))
    written[NOT_FOUND] = _not_found(site, names).encode()
    for path, file in files(site.content).items():
        kept = bytes_of(file)
        if kept is None:
            raise NotExported(f"The paper “{file['title']}” is no longer kept as it was released.")
        written[path] = kept
    written[MARK] = f"{release.digest}\n".encode()
    return written


def _not_found(site: Site, names: Mapping[str, str]) -> str:
    """The page for an address that is not there. It is shown at any, so its links begin at the root."""
    links = Links(NOT_FOUND, root="/", assets=names)
    values = {"title": "This page is not here", "find": links.to(FIND)}
    drawn = render_to_string(
        "publication/site/nothing.html", {**frame(site, links, has_easy=False), **values}
    )
    return re.sub(r'(href|src)="(?!#|https?:|/)', r'\1="/', drawn)


def _assets() -> tuple[dict[str, bytes], dict[str, str]]:
    """Style sheet, typefaces and icon under names that change with what they hold: they may be kept long."""
    written: dict[str, bytes] = {}
    names: dict[str, str] = {}

    def keep(name: str, held: bytes) -> str:
        stem, _, ending = name.rpartition("/")[2].rpartition(".")
        path = f"{ASSETS}{stem}.{hashlib.sha256(held).hexdigest()[:12]}.{ending}"
        written[path], names[name] = held, path
        return path

    style = _static(STYLE).decode()
    for name in sorted({found[2] for found in URL.finditer(style) if not found[2].startswith("data:")}):
        inner = os.path.normpath(f"{STYLE.rpartition('/')[0]}/{name}")
        style = style.replace(name, keep(inner, _static(inner)).removeprefix(ASSETS))
    keep(STYLE, style.encode())
    keep(ICON, _static(ICON))
    return written, names


def _static(name: str) -> bytes:
    found = finders.find(name)
    if not isinstance(found, str):
        raise NotExported(f"{name} is not built. Run ./gt assets")
    return Path(found).read_bytes()


def swap(written: Mapping[str, bytes], out: Path) -> Exported:
    """Puts these files where `out` is, in one move. Raises `NotExported` for a folder of something else."""
    out = out.absolute()
    if out.exists() and not (out / MARK).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise NotExported(f"{out} holds something else. Name an empty folder, or one of an earlier export.")
    new = out.with_name(f".{out.name}.new")
    old = out.with_name(f".{out.name}.old")
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    new.mkdir(parents=True)
    unchanged = sum(_put(new / path, held, out / path) for path, held in written.items())
    for folder in (new, *_folders(new)):
        folder.chmod(0o755)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return Exported(len(written), unchanged)


def _put(place: Path, held: bytes, before: Path) -> bool:
    """Writes a file, or links to the one before where that holds the same. Says which."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if before.is_file() and before.read_bytes() == held:
        os.link(before, place)
        return True
    place.write_bytes(held)
    place.chmod(0o644)
    return False


def _folders(root: Path) -> Iterator[Path]:
    return (each for each in root.rglob("*") if each.is_dir())
