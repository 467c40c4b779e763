"""Is every place of the chain where it was put? The database works the digests out again, some at a time.

Only places that do not fit are looked at one by one, to say what happened to them.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection

from goldenthread.audit.seal.faults import Fault, Kind

BATCH = 50_000
"""Places checked in one statement."""
LOOKED_AT = 200
"""Places of one batch that are looked at one by one; where there are more, the first ones say enough."""

MISFITS = """
WITH part AS (
    SELECT *, lag(position) OVER places AS position_before, lag(digest) OVER places AS digest_before
    FROM audit_seal WHERE position >= %(first)s - 1 AND position < %(end)s
    WINDOW places AS (ORDER BY position)
)
SELECT
    position,
    coalesce(position_before, (SELECT max(earlier.position) FROM audit_seal AS earlier
        WHERE earlier.position < part.position), 0),
    table_name, row_id, form, row_digest, digest, digest_before
FROM part
WHERE position >= %(first)s AND (
    position <> coalesce(position_before, 0) + 1
    OR digest IS DISTINCT FROM pg_catalog.sha256(
        coalesce(digest_before, '')
        || pg_catalog.convert_to(concat_ws('|', position, table_name, row_id, form, ''), 'UTF8')
        || row_digest
    )
)
ORDER BY position LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that does not fit the one before it."""

    position: int
    position_before: int
    table: str
    row_id: int
    form: int
    row_digest: bytes
    digest: bytes
    digest_before: bytes

    def digest_at(self, position: int, before: bytes) -> bytes:
        """What the digest would be if this row stood at another place."""
        said = f"{position}|{self.table}|{self.row_id}|{self.form}|".encode()
        return hashlib.sha256(before + said + self.row_digest).digest()

    @property
    def follows(self) -> bool:
        return self.position == self.position_before + 1

    @property
    def fits(self) -> bool:
        return self.follows and self.digest == self.digest_at(self.position, self.digest_before)

    @property
    def name(self) -> str:
        return f"{self.table} row {self.row_id}"


def check_chain(first: int, newest: int, done: Callable[[int], None]) -> Iterator[Fault]:
    """What is wrong with the places from `first` to `newest`; `done` is told how far it is."""
    yield from _before_the_first()
    for begin in range(first, newest + 1, BATCH):
        end = min(begin + BATCH, newest + 1)
        yield from _explained(_misfits(begin, end))
        done(end - 1)


def _before_the_first() -> Iterator[Fault]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT position, table_name, row_id FROM audit_seal WHERE position < 1 LIMIT 100")
        for position, table, row_id in cursor.fetchall():
            says = f"a seal stands at position {position}; positions begin at 1"
            yield Fault(Kind.SEAL_CHANGED, says, position, table, row_id)


def _misfits(first: int, end: int) -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(MISFITS, {"first": first, "end": end, "most": LOOKED_AT})
        return [
            Place(*row[:5], *(bytes(raw) if raw is not None else b"" for raw in row[5:]))
            for row in cursor.fetchall()
        ]


def _explained(misfits: list[Place]) -> Iterator[Fault]:
    """A misfit may only follow from the one before it: then it is not named for itself."""
    for number, place in enumerate(misfits):
        before = misfits[number - 1] if number else None
        if not place.follows:
            yield _gap(place)
        elif (belongs := _belongs(place, misfits)) is not None:
            says = f"the seal of {place.name} stands at position {place.position} and belongs at {belongs}"
            yield Fault(Kind.REORDERED, says, place.position, place.table, place.row_id)
        elif before is None or not _follows_from(place, before):
            says = f"the seal of {place.name}, at position {place.position}, is not as it was made"
            yield Fault(Kind.SEAL_CHANGED, says, place.position, place.table, place.row_id)


def _gap(place: Place) -> Fault:
    if place.position <= place.position_before:
        says = f"position {place.position} is given twice, once to {place.name}"
        return Fault(Kind.SEAL_CHANGED, says, place.position, place.table, place.row_id)
    first, last = place.position_before + 1, place.position - 1
    which = f"position {first} is" if first == last else f"positions {first} to {last} are"
    return Fault(Kind.SEAL_REMOVED, f"{which} missing, before {place.name}", first, place.table, place.row_id)


def _belongs(place: Place, misfits: list[Place]) -> int | None:
    """The place that this one was made for, if it is that of another misfit."""
    digests = {b""} | {one.digest for one in misfits} | {one.digest_before for one in misfits}
    for other in misfits:
        if other.position != place.position and any(
            place.digest == place.digest_at(other.position, before) for before in digests
        ):
            return other.position
    return None


def _follows_from(place: Place, before: Place) -> bool:
    """Whether this one fits as soon as the digest of the one before is what it should be."""
    if before.position != place.position - 1:
        return False
    mended = before.digest_at(before.position, before.digest_before)
    return place.digest == place.digest_at(place.position, mended)
