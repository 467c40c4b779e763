"""Where bytes lie, and how they are safe there before any row names them.

On disk: written beside, synced, renamed, the folder synced. Elsewhere the storage answers for it. A name is
given once, at random, so nothing is overwritten; bytes that no row names were cut off on the way, and are
collected.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages

FOLDER = "documents"
PIECE = 1 << 20
OLD_ENOUGH = timedelta(hours=24)
"""An upload takes minutes; after a day no transaction is left that will name the bytes."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are safe: their name in the storage, what they weigh, their SHA-256."""

    name: str
    size: int
    digest: str


def store(pieces: Iterable[bytes]) -> Stored:
    """Keeps bytes under a new name, durably, before it returns."""
    token = secrets.token_hex(16)
    name = f"{FOLDER}/{token[:2]}/{token}"
    storage = storages["default"]
    if isinstance(storage, FileSystemStorage):
        return _onto_disk(Path(storage.path(name)), name, pieces)
    content = b"".join(pieces)
    storage.save(name, ContentFile(content))
    return Stored(name, len(content), hashlib.sha256(content).hexdigest())


def _onto_disk(place: Path, name: str, pieces: Iterable[bytes]) -> Stored:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    draft = place.with_suffix(".part")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    draft.rename(place)
    for folder in (place.parent, place.parent.parent):
        _sync(folder)
    return Stored(name, size, digest.hexdigest())


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def pieces_of(name: str) -> Iterator[bytes]:
    """The bytes of that name. Raises `FileNotFoundError`."""
    with storages["default"].open(name, "rb") as file:
        while piece := file.read(PIECE):
            yield piece


def digest_of(name: str) -> str | None:
    """The SHA-256 of the bytes of that name; None where there are none."""
    digest = hashlib.sha256()
    try:
        for piece in pieces_of(name):
            digest.update(piece)
    except FileNotFoundError:
        return None
    return digest.hexdigest()


def remove(name: str) -> None:
    """Takes the bytes away; that they are gone already is no error."""
    storages["default"].delete(name)


def names(folder: str = FOLDER) -> Iterator[str]:
    """Every name of bytes that lie in the storage."""
    storage = storages["default"]
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for inner in sorted(folders):
        yield from names(f"{folder}/{inner}")
    for file in sorted(files):
        yield f"{folder}/{file}"


def stored_long_ago(name: str) -> bool:
    """Whether the bytes are older than any upload that still runs; False where they are gone.

    Measured by the computer's own clock, which also dates the files, and not by the day of the pages.
    """
    try:
        return bool(storages["default"].get_modified_time(name) < datetime.now(UTC) - OLD_ENOUGH)
    except FileNotFoundError:
        return False
