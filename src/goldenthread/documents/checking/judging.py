"""Judges one file: its name, its size, its first bytes, and what is packed inside it."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

import puremagic

from goldenthread.documents.checking.inside import why_archive_is_refused, why_pdf_is_refused
from goldenthread.documents.checking.kinds import ALLOWED, Kind, kind_of_name

LARGEST = 50_000_000
"""Octets. A scanned report of 200 pages is far smaller."""

FIRST = 8_192

RUNS = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|js|jse|vbs|vbe|wsf|hta|ps1|msi|jar|lnk|html?|svg|php|sh|docm|xlsm|pptm)\b",
    re.IGNORECASE,
)
"""Endings of what a computer runs: one of these before the last ending is a disguise."""


class Refused(Exception):
    """The file may not come in. The sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may come in, and what it is served as."""

    name: str
    media_type: str


def check(file: BinaryIO, name: str, size: int) -> Checked:
    """What the file is. Raises `Refused`. Reads from the start and leaves the file there again."""
    plain = safe_name(name)
    kind = _by_name(plain)
    if size > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // 1_000_000} MB. Save it smaller, or in parts.")
    if size == 0:
        raise Refused("The file is empty. Check that it was saved, and choose it again.")
    file.seek(0)
    first = file.read(FIRST)
    _by_bytes(first, kind)
    why = _inside(file, kind)
    file.seek(0)
    if why:
        raise Refused(why)
    return Checked(plain, kind.media_type)


def safe_name(name: str) -> str:
    """The last part of a name, printable, short, and without what a shell or a header could trip over."""
    last = PurePath(name.replace("\\", "/")).name
    plain = re.sub(r"[^\w .,()&'’\-]", "_", last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:150]}{dot}{ending[:10]}" if dot else plain[:150]


def _by_name(name: str) -> Kind:
    kind = kind_of_name(name)
    if kind is None:
        raise Refused(f"This kind of file cannot be kept. Save it as {ALLOWED}, and choose that.")
    stem = name[: name.rindex(".")]
    if RUNS.search(stem + " "):
        raise Refused("The name has a second ending that hides what the file is. Rename it, if you know it.")
    return kind


def _by_bytes(first: bytes, kind: Kind) -> None:
    if kind.media_type == "text/plain":
        if b"\0" in first or _looks_like_markup(first):
            raise Refused("The name says plain text, and the file is something else.")
        return
    if kind.zipped_with:
        if not first.startswith(b"PK\x03\x04"):
            raise Refused(f"The name says {kind.words}, and the file is something else. Save it again.")
        return
    try:
        found = {match.mime_type for match in puremagic.magic_string(first)}
    except puremagic.PureError:
        found = set()
    if kind.media_type not in found:
        raise Refused(f"The name says {kind.words}, and the file is something else. Save it again.")


def _looks_like_markup(first: bytes) -> bool:
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"mz", b"#!"))


def _inside(file: BinaryIO, kind: Kind) -> str:
    file.seek(0)
    if kind.media_type == "application/pdf":
        return why_pdf_is_refused(file)
    if not kind.zipped_with:
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            return why_archive_is_refused(archive, kind)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
        return "The file is damaged and cannot be opened. Save it again, and choose it once more."
