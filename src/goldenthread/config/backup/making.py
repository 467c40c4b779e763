"""Makes one backup: database, files and head of one moment, encrypted on the way, whole or not at all."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.core.files.storage import FileSystemStorage, storages
from pyrage import x25519

from goldenthread.config.backup.archive import ABOUT, FORMAT, Packing, pack
from goldenthread.config.backup.destinations import ENDING, Destination
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.programs import dumping
from goldenthread.config.backup.snapshot import Head, Snapshot, snapshot
from goldenthread.documents.storing import FOLDER, pieces_of

PREFIX = "golden-thread-"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that lies where it should. `missing`: bytes that a row names and that were not there."""

    name: str
    size: int
    files: int
    rows: int
    head: Head
    seconds: float
    missing: tuple[str, ...]


@dataclass
class Filling:
    """What is put into one archive, and what was not there to be put in."""

    address: str
    moment: Snapshot
    roots: dict[str, Path]
    made_at: str
    say: Say
    files: int = 0
    missing: tuple[str, ...] = ()

    def __call__(self, packing: Packing) -> None:
        packing.add(ABOUT, json.dumps(self._about(), sort_keys=True).encode())
        self.say(f"the database: {sum(self.moment.counts.values()):,} rows")
        with dumping(self.address, self.moment.exported) as dump:
            packing.add_in_pieces("database", dump)
        self._documents(packing)
        for root, folder in self.roots.items():
            for path in _files_in(folder, but=FOLDER if root == "files" else ""):
                self._file(packing, f"files/{root}/{path.relative_to(folder).as_posix()}", path)
        self.say(f"{self.files:,} files")

    def _about(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "made_at": self.made_at,
            "head": {"position": self.moment.head.position, "digest": self.moment.head.digest},
            "counts": self.moment.counts,
            "rights": self.moment.rights,
            "migrations": self.moment.migrations,
            "documents": len(self.moment.kept),
        }

    def _documents(self, packing: Packing) -> None:
        """Bytes that rows of this moment name: they were safe before their rows, so they are there."""
        missing = []
        for one in self.moment.kept:
            name = f"files/files/{one.name}"
            try:
                packing.add_stream(name, one.size, pieces_of(one.name))
            except FileNotFoundError:
                missing.append(one.name)
                continue
            if packing.members[name]["sha256"] != one.digest:
                raise BackupProblem(f"{one.name} is not what was stored. Run ./gt verify.")
            self.files += 1
        self.missing = tuple(missing)

    def _file(self, packing: Packing, name: str, path: Path) -> None:
        """A file that no row names: it may go while we look, and then it is not needed."""
        try:
            with path.open("rb") as file:
                pieces = iter(lambda: file.read(1 << 20), b"")
                packing.add_stream(name, path.stat().st_size, pieces)
                self.files += 1
        except FileNotFoundError:
            return


def make(where: Destination, to: x25519.Recipient, *, address: str, roots: dict[str, Path], say: Say) -> Made:
    """Makes a backup of the database at `address` and of the folders in `roots`. Raises `BackupProblem`."""
    began, now = time.monotonic(), datetime.now(UTC)
    name = f"{PREFIX}{now:%Y-%m-%dT%H%M%SZ}{ENDING}"
    with snapshot(address) as moment:
        filling = Filling(address, moment, roots, now.isoformat(), say)

        def write(out: IO[bytes]) -> None:
            pack(out, to, filling)

        size = where.write(name, write)
    rows = sum(moment.counts.values())
    seconds = time.monotonic() - began
    return Made(name, size, filling.files, rows, moment.head, seconds, filling.missing)


def archives(where: Destination) -> list[str]:
    """The names of the archives there, oldest first."""
    return [name for name in where.names() if name.startswith(PREFIX)]


def remove_old(where: Destination, *, keep: int) -> list[str]:
    """Removes all but the newest `keep` archives; the names of those removed."""
    old = archives(where)[:-keep]
    for name in old:
        where.remove(name)
    return old


def _files_in(folder: Path, *, but: str) -> Iterator[Path]:
    """Whole files, in order. Documents lie in the storage under `but`, wherever that is, and come by
    their rows."""
    skipped = folder / but if but and isinstance(storages["default"], FileSystemStorage) else None
    for path in sorted(folder.rglob("*")):
        inside = skipped is not None and skipped in path.parents
        if path.is_file() and not inside and path.suffix != ".part" and "partial" not in path.parts:
            yield path
