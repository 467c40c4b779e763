"""Is an archive whole? Reads all of it once, holding every member against the manifest, writing nothing."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pyrage import x25519

from goldenthread.config.backup.archive import ABOUT, FORMAT, MANIFEST, Member, unpacking
from goldenthread.config.backup.destinations import Destination
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.snapshot import Head

Use = Callable[[Member, Iterator[bytes]], None]


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of itself."""

    made_at: str
    head: Head
    counts: dict[str, int]
    rights: dict[str, list[str]]
    migrations: list[str]
    documents: int
    digests: dict[str, str]

    @property
    def files(self) -> int:
        return sum(name.startswith("files/") for name in self.digests)


def read(where: Destination, name: str, key: x25519.Identity, use: Use) -> About:
    """Reads an archive through, giving every member to `use`. Raises `BackupProblem` where it is not
    whole."""
    about: dict[str, Any] = {}
    found: dict[str, dict[str, Any]] = {}
    manifest: dict[str, Any] = {}
    with where.read(name) as source, unpacking(source, key) as members:
        for member in members:
            if manifest:
                raise BackupProblem(f"{name} holds something after its manifest.")
            if member.name == MANIFEST:
                manifest = json.loads(b"".join(member.pieces()))
                continue
            if member.name == ABOUT:
                content = b"".join(member.pieces())
                about = _known_format(json.loads(content))
                found[ABOUT] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
                continue
            digest = hashlib.sha256()
            use(member, _digesting(member, digest))
            found[member.name] = {"sha256": digest.hexdigest(), "size": member.size}
    if not manifest or found != manifest["members"]:
        raise BackupProblem(f"{name} is not what its manifest says. Take another backup.")
    return About(
        made_at=about["made_at"],
        head=Head(**about["head"]),
        counts=about["counts"],
        rights=about["rights"],
        migrations=about["migrations"],
        documents=about["documents"],
        digests={member: told["sha256"] for member, told in found.items()},
    )


def check(where: Destination, name: str, key: x25519.Identity) -> About:
    """Reads an archive through and keeps nothing. Raises `BackupProblem`."""

    def look(member: Member, pieces: Iterator[bytes]) -> None:
        for _ in pieces:
            pass

    return read(where, name, key, look)


def _digesting(member: Member, digest: Any) -> Iterator[bytes]:
    for piece in member.pieces():
        digest.update(piece)
        yield piece


def _known_format(about: dict[str, Any]) -> dict[str, Any]:
    if about.get("format") != FORMAT:
        raise BackupProblem("The backup was made by a newer version. Restore it with that one.")
    return about
