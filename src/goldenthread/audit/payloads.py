"""How are payloads of earlier versions read? A row of a journal is never rewritten: readers learn.

A journal names the newest version that it writes for each kind, and how a payload of one version is read as
the next. What reads an entry sees the newest shape only, and an erased payload as an empty one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from goldenthread.audit.erasure.tombstones import is_erased

Payload = dict[str, Any]
ReadAsNext = Callable[[Payload], Payload]

FIRST = 1


class WrittenByANewerVersion(Exception):
    """A payload whose version this code does not know: a newer version wrote it, and must read it."""


@dataclass(frozen=True)
class Readers:
    """The readers of one journal. `as_next[kind, n]` reads a payload of version n as one of version n + 1.

    A kind without readers has had one version only.
    """

    as_next: Mapping[tuple[str, int], ReadAsNext] = field(default_factory=dict)

    def newest(self, kind: str) -> int:
        """The version that is written today: one more than the last that has a reader."""
        versions = [version for known, version in self.as_next if known == kind]
        return max(versions, default=FIRST - 1) + 1

    def read(self, kind: str, version: int, payload: Payload) -> Payload:
        """The payload in the shape of the newest version; `payload` itself stays as it is.

        Raises `WrittenByANewerVersion`.
        """
        if is_erased(payload):
            return {}
        newest = self.newest(kind)
        if not FIRST <= version <= newest:
            raise WrittenByANewerVersion(f"{kind!r} of version {version} is newer than this version reads")
        for step in range(version, newest):
            payload = self.as_next[kind, step](dict(payload))
        return payload
