"""Where the files of a return are kept until and after they are read, and their digest."""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from django.conf import settings


class Incoming(Protocol):
    """A file on its way in, as Django's uploads and the shell's files both are."""

    name: str | None

    def chunks(self) -> Iterable[bytes]: ...


class FileOnDisk:
    """A file that someone at the shell named."""

    def __init__(self, path: Path) -> None:
        self.name: str | None = path.name
        self._path = path

    def chunks(self) -> Iterable[bytes]:
        with self._path.open("rb") as file:
            while piece := file.read(1 << 20):
                yield piece


def files_at(path: Path) -> list[FileOnDisk]:
    """The file, or the CSV files of a folder. Raises `OSError`."""
    if path.is_dir():
        return [FileOnDisk(inner) for inner in sorted(path.glob("*.csv"))]
    return [FileOnDisk(path)]


def keep(incoming: Sequence[Incoming]) -> tuple[str, int]:
    """Keeps files under their common digest (SHA-256 over names and contents); the digest and the size.

    One file keeps its name in a folder of its own, several (COLLECT's exports) lie side by side.
    """
    partial = settings.MEDIA_ROOT / "returns" / "partial"
    partial.mkdir(parents=True, exist_ok=True)
    whole, size = hashlib.sha256(), 0
    written = []
    for file in sorted(incoming, key=lambda one: one.name or ""):
        name = Path(file.name or "return").name
        whole.update(name.encode() if len(incoming) > 1 else b"")
        target = partial / f"{id(incoming)}-{name}"
        with target.open("wb") as out:
            for piece in file.chunks():
                whole.update(piece)
                size += len(piece)
                out.write(piece)
        written.append((target, name))
    digest = whole.hexdigest()
    folder = source_folder(digest)
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for target, name in written:
        target.rename(folder / name)
    return digest, size


def source_folder(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "returns" / digest / "source"


def source_path(digest: str) -> Path:
    """What the reader is given: the one file, or the folder of several."""
    folder = source_folder(digest)
    files = sorted(folder.iterdir())
    return files[0] if len(files) == 1 else folder


def facts_folder(digest: str) -> Path:
    """Where the facts read from this return lie."""
    return Path(settings.MEDIA_ROOT) / "returns" / digest / "facts"
