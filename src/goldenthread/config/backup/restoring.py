"""Restores one backup into an empty database and empty folders: all of it, as it was, or nothing.

The archive is read through and checked before anything is written. The dump goes in within one transaction.
Then rows, rights, head and the digest of every file are held against what the archive says of itself.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

import psycopg
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from pyrage import x25519

from goldenthread.config.backup import snapshot
from goldenthread.config.backup.archive import Member
from goldenthread.config.backup.checking import About, check, read
from goldenthread.config.backup.destinations import Destination
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.programs import restoring
from goldenthread.documents.storing import FOLDER

Say = Callable[[str], None]

NO_RIGHTS_OF_ITS_OWN = """
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
        ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM app;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM app;
    END IF;
END $$;
"""
"""The dump says which rights each table gives, and what new tables will give. Were these in force already,
every
restored table would begin with them, and `app` could change the journal."""


@dataclass
class Restoring:
    """One restore while it runs. `written` is what to take away when it does not succeed."""

    roots: dict[str, Path]
    dump: IO[bytes]
    written: list[Path] = field(default_factory=list)

    def __call__(self, member: Member, pieces: Iterator[bytes]) -> None:
        if member.name.startswith("database/"):
            for piece in pieces:
                self.dump.write(piece)
        else:
            self._file(member.name, pieces)

    def _file(self, name: str, pieces: Iterator[bytes]) -> None:
        parts = PurePosixPath(name).parts
        if len(parts) < 3 or parts[0] != "files" or parts[1] not in self.roots or ".." in parts:
            raise BackupProblem(f"The archive holds {name}, which belongs nowhere.")
        storage = storages["default"]
        if parts[1:3] == ("files", FOLDER) and not isinstance(storage, FileSystemStorage):
            storage.save("/".join(parts[2:]), ContentFile(b"".join(pieces)))
            return
        place = self.roots[parts[1]].joinpath(*parts[2:])
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.written.append(place)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            for piece in pieces:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())


def restore(
    where: Destination, name: str, key: x25519.Identity, *, address: str, roots: dict[str, Path], say: Say
) -> About:
    """Restores an archive; what it says of itself, and what is now so. Raises `BackupProblem`."""
    check_is_empty(address, roots)
    say("reading the archive through")
    check(where, name, key)
    say("restoring the database and the files")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(NO_RIGHTS_OF_ITS_OWN)
    written: list[Path] = []
    try:
        with restoring(address) as dump:
            about = read(where, name, key, Restoring(roots, dump, written))
        differing(address, about)
    except BaseException:
        for place in written:
            place.unlink(missing_ok=True)
        raise
    return about


def check_is_empty(address: str, roots: dict[str, Path]) -> None:
    """Raises `BackupProblem` where something is there already: a restore never writes over a record."""
    with psycopg.connect(address) as connection:
        if not snapshot.is_empty(connection):
            raise BackupProblem(
                "The database is not empty, and a restore never writes over a record. "
                "Give DATABASE_OWNER_URL of an empty database, or GOLDEN_THREAD_HOME of a new folder."
            )
    for folder in roots.values():
        if folder.is_dir() and any(path.is_file() for path in folder.rglob("*")):
            raise BackupProblem(f"{folder} is not empty. Give GOLDEN_THREAD_HOME of a new folder.")


def differing(address: str, about: About) -> None:
    """Raises `BackupProblem` where the database at `address` is not what the archive says of itself."""
    with snapshot.snapshot(address) as now:
        same = {
            "the head of the journal": now.head == about.head,
            "the rows of its tables": now.counts == about.counts,
            "the rights on its tables": now.rights == about.rights,
            "its documents": len(now.kept) == about.documents,
        }
    wrong = [what for what, holds in same.items() if not holds]
    if wrong:
        raise BackupProblem(f"The restored database differs from the backup in {', '.join(wrong)}.")
