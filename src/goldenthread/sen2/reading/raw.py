"""What every reader yields: people as rows of text, table by table, not yet understood.

A row of `people` begins with its key, a row of `requests` with its own and its person's, any other row
with its request's. The texts follow in the order of COLUMNS.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Protocol

from goldenthread.sen2.records import NESTED, RECORDS, Header
from goldenthread.sen2.schemas import TABLES
from goldenthread.sen2.years.layouts import Layout

PEOPLE_IN_A_BATCH = 4096
"""Some 4,000 people take about 20 MB as text and 3 MB as columns: the memory a run needs, whatever the
file's size."""

KEYS = {"people": ("person_key",), "requests": ("request_key", "person_key")}
"""Table to its key columns; every other table has its request's."""

RECORD_TABLES = tuple(name for name in TABLES if name != "return")

COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(one.name for one in fields(RECORDS[table]) if one.name not in NESTED.get(table, ()))
    for table in TABLES
}
"""Table to the columns that a file states, in the order of a row's texts."""


def keys_of(table: str) -> tuple[str, ...]:
    return KEYS.get(table, ("request_key",))


Row = list[object]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a record that its rows cannot show: an element that is not known, or given twice."""

    table: str
    person_key: int
    request_key: int | None
    element: str
    found: str
    rule: str


@dataclass(slots=True)
class RawBatch:
    """Some people, whole: every row of theirs is in the same batch."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in RECORD_TABLES})
    oddities: list[Oddity] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.rows["people"])


class Reading(Protocol):
    """A return that has been opened: its header is known, its people come as a stream."""

    layout: Layout

    def header(self) -> Header:
        """Who made the return. Complete only after the people: items about the authority may follow them."""

    def close(self) -> None:
        """Let go of the file."""

    def batches(self) -> Iterator[RawBatch]:
        """Every person once, in file order. Raises `Refused` where the structure cannot be read."""
