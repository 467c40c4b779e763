"""Put records that refer to each other by keys in the order of people, in a temporary database on disk."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.sen2.reading.raw import RECORD_TABLES, Oddity, RawBatch, keys_of
from goldenthread.sen2.refusal import Refused

SCHEMA = """
CREATE TABLE incoming (place INTEGER PRIMARY KEY, id TEXT, parent TEXT, seq INTEGER, texts TEXT, odd TEXT);
CREATE TABLE placed (
    kind TEXT, id TEXT, person INTEGER, request INTEGER, place INTEGER, texts TEXT, odd TEXT
);
CREATE UNIQUE INDEX placed_by_id ON placed (kind, id);
CREATE INDEX placed_by_person ON placed (kind, person, place);
"""

TWICE = "SELECT id FROM incoming GROUP BY id HAVING count(*) > 1 ORDER BY min(place) LIMIT 1"

NOWHERE = """
SELECT count(*), min(parent) FROM incoming
WHERE NOT EXISTS (SELECT 1 FROM placed WHERE placed.kind = ? AND placed.id = incoming.parent)
"""

PLACE_PEOPLE = """
INSERT INTO placed
SELECT 'people', id, row_number() OVER (ORDER BY seq, place), NULL,
       row_number() OVER (ORDER BY seq, place), texts, odd
FROM incoming
"""

PLACE_REQUESTS = """
INSERT INTO placed
SELECT 'requests', incoming.id, parent.person,
       row_number() OVER (ORDER BY parent.person, incoming.seq, incoming.place),
       row_number() OVER (ORDER BY parent.person, incoming.seq, incoming.place), incoming.texts, incoming.odd
FROM incoming JOIN placed AS parent ON parent.kind = 'people' AND parent.id = incoming.parent
"""

PLACE_OTHERS = """
INSERT INTO placed
SELECT ?, incoming.id, parent.person, parent.request,
       row_number() OVER (ORDER BY parent.request, parent.place, incoming.seq, incoming.place),
       incoming.texts, incoming.odd
FROM incoming JOIN placed AS parent ON parent.kind = ? AND parent.id = incoming.parent
"""

READ = """
SELECT person, request, texts, odd FROM placed WHERE kind = ? AND person BETWEEN ? AND ? ORDER BY place
"""

Odd = tuple[str, str, str]
"""Element, found and rule of something odd about a record."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A record as its export has it: its own key, that of the record it belongs to, its place, its texts."""

    key: str
    parent: str
    sequence: int
    texts: list[str | None]
    odd: list[Odd]


class Ordering:
    """Takes table after table, parents first; then answers the people in order."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # "" is a private file that vanishes
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA temp_store = FILE")
        self._database.executescript(SCHEMA)

    def close(self) -> None:
        self._database.close()

    def add(self, table: str, parent: str | None, records: Iterable[Keyed], name: str) -> None:
        """Take in a table whose records belong to those of `parent`; `name` is the file, for messages.

        Raises `Refused` where two records have one key, or a record belongs to none.
        """
        self._database.execute("BEGIN")
        self._database.executemany(
            "INSERT INTO incoming (id, parent, seq, texts, odd) VALUES (?, ?, ?, ?, ?)",
            (
                (one.key, one.parent, one.sequence, json.dumps(one.texts), json.dumps(one.odd))
                for one in records
            ),
        )
        if twice := self._database.execute(TWICE).fetchone():
            raise Refused(f"{name} has two rows with the key {twice[0][:40] or '(blank)'}.")
        if parent:
            nowhere, first = self._database.execute(NOWHERE, (parent,)).fetchone()
            if nowhere:
                rows = "1 row belongs" if nowhere == 1 else f"{nowhere:,} rows belong"
                raise Refused(
                    f"{name}: {rows} to records that the exports do not have "
                    f"(the first has the key {first[:40] or '(blank)'})."
                )
        self._place(table, parent)
        self._database.execute("DELETE FROM incoming")
        self._database.execute("COMMIT")

    def _place(self, table: str, parent: str | None) -> None:
        if table == "people":
            self._database.execute(PLACE_PEOPLE)
        elif table == "requests":
            self._database.execute(PLACE_REQUESTS)
        else:
            self._database.execute(PLACE_OTHERS, (table, parent))

    def batches(self, people: int) -> Iterator[RawBatch]:
        """Everything taken in, so many people at a time."""
        (count,) = self._database.execute("SELECT count(*) FROM placed WHERE kind = 'people'").fetchone()
        for first in range(1, count + 1, people) or [1]:
            batch = RawBatch()
            for table in RECORD_TABLES:
                self._read(table, first, first + people - 1, batch)
            yield batch

    def _read(self, table: str, first: int, last: int, batch: RawBatch) -> None:
        names = keys_of(table)
        for person, request, texts, odd in self._database.execute(READ, (table, first, last)):
            known = {"person_key": person, "request_key": request}
            batch.rows[table].append([*(known[name] for name in names), *json.loads(texts)])
            batch.oddities += (Oddity(table, person, request, *one) for one in json.loads(odd))
