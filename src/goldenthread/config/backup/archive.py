"""One archive: a tar stream inside age encryption, made and read in pieces, never in the clear on a disk.

Members: `about.json` first (what it is), then `database/…` (the dump of PostgreSQL, in pieces of known
length), `files/FOLDER/…`, and `manifest.json` last, with the SHA-256 and size of every member before it.
"""

import hashlib
import io
import json
import os
import tarfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, cast

import pyrage
from pyrage import x25519

from goldenthread.config.backup.problem import BackupProblem

FORMAT = 1
PIECE = 8 << 20
ABOUT, MANIFEST = "about.json", "manifest.json"


@dataclass
class Packing:
    """An archive that is being written. `members` maps each name to its digest and size so far."""

    tar: tarfile.TarFile
    members: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, name: str, content: bytes) -> None:
        """One member, at once."""
        self.add_stream(name, len(content), [content])

    def add_stream(self, name: str, size: int, pieces: Iterable[bytes]) -> None:
        """One member of known size, in pieces. Raises `BackupProblem` where it is shorter or longer."""
        head = tarfile.TarInfo(name)
        head.size, head.mode = size, 0o600
        reading = _Reading(iter(pieces))
        self.tar.addfile(head, cast(IO[bytes], reading))
        if reading.size != size or reading.read(1):
            raise BackupProblem(f"{name} changed while it was being copied.")
        self.members[name] = {"sha256": reading.digest.hexdigest(), "size": size}

    def add_in_pieces(self, folder: str, stream: IO[bytes]) -> None:
        """A stream of unknown length as numbered members."""
        number = 0
        while piece := _read_fully(stream, PIECE):
            number += 1
            self.add(f"{folder}/{number:06}", piece)

    def close(self) -> None:
        """The manifest, last."""
        content = json.dumps({"format": FORMAT, "members": self.members}, sort_keys=True).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size, head.mode = len(content), 0o600
        self.tar.addfile(head, io.BytesIO(content))


class _Reading:
    """An iterator of pieces as tarfile reads it, with digest and size of what was read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.left = pieces, b""
        self.digest, self.size = hashlib.sha256(), 0

    def read(self, wanted: int) -> bytes:
        while len(self.left) < wanted:
            piece = next(self.pieces, b"")
            if not piece:
                break
            self.left += piece
        given, self.left = self.left[:wanted], self.left[wanted:]
        self.digest.update(given)
        self.size += len(given)
        return given


def _read_fully(stream: IO[bytes], wanted: int) -> bytes:
    parts, left = [], wanted
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def pack(into: IO[bytes], recipient: x25519.Recipient, fill: Callable[[Packing], None]) -> None:
    """Writes an archive that `fill` fills, encrypted to the recipient. Raises what `fill` raises.

    When it raises, what was written to `into` is cut off and worth nothing: throw it away.
    """
    reading, writing = os.pipe()
    problems: list[BaseException] = []

    def work() -> None:
        try:
            with (
                os.fdopen(writing, "wb") as out,
                tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as tar,
            ):
                packing = Packing(tar)
                fill(packing)
                packing.close()
        except BaseException as problem:  # handed on below, where it is raised again
            problems.append(problem)

    thread = threading.Thread(target=work, name="packing")
    thread.start()
    try:
        with os.fdopen(reading, "rb") as source:
            pyrage.encrypt_io(source, into, [recipient])
    finally:
        thread.join()
    if problems:
        raise problems[0]


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an archive that is being read."""

    name: str
    size: int
    pieces: Callable[[], Iterator[bytes]]


@contextmanager
def unpacking(source: IO[bytes], identity: x25519.Identity) -> Iterator[Iterator[Member]]:
    """The members of an archive in their order. Each is read before the next is asked for.

    Raises `BackupProblem` where it cannot be decrypted, was changed or was cut off.
    """
    reading, writing = os.pipe()
    problems: list[BaseException] = []

    def work() -> None:
        try:
            with os.fdopen(writing, "wb") as out:
                pyrage.decrypt_io(source, out, [identity])
        except BrokenPipeError:
            pass  # whoever reads had enough
        except BaseException as problem:  # handed on below
            problems.append(problem)

    thread = threading.Thread(target=work, name="decrypting")
    thread.start()
    damage: Exception | None = None
    try:
        with os.fdopen(reading, "rb") as plain:
            try:
                with tarfile.open(fileobj=plain, mode="r|") as tar:
                    yield _members(tar)
            except (tarfile.TarError, EOFError) as problem:
                damage = problem  # why, the other thread may know better
    finally:
        thread.join()
    if damage is not None and not problems:
        raise BackupProblem(f"The archive is damaged: {damage}.") from damage
    if problems:
        raise BackupProblem(
            "The archive cannot be decrypted: the key is another one, or the archive was changed or cut off."
        ) from problems[0]


def _members(tar: tarfile.TarFile) -> Iterator[Member]:
    for head in tar:
        if not head.isfile():
            raise BackupProblem(f"The archive holds {head.name}, which is no file.")
        content = cast(IO[bytes], tar.extractfile(head))

        def pieces(content: IO[bytes] = content) -> Iterator[bytes]:
            while piece := content.read(1 << 20):
                yield piece

        yield Member(head.name, head.size, pieces)
