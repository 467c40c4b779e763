"""Do two people in one return share an identifier? An index on disk, so that memory does not grow with
the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from types import TracebackType

import pyarrow as pa

KINDS = ("upn", "uln")


class IdentifierIndex:
    """Identifiers with the people that have them, in a private temporary file that vanishes when closed."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # "" is SQLite's name for such a file
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA temp_store = FILE")
        self._database.execute("CREATE TABLE had (kind TEXT, identifier TEXT, person INTEGER)")

    def __enter__(self) -> IdentifierIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, people: pa.Table) -> None:
        """Take note of the identifiers of some people (rows of the table `people`)."""
        keys = people["person_key"].to_pylist()
        self._database.execute("BEGIN")
        for kind in KINDS:
            rows = zip(people[kind].to_pylist(), keys, strict=True)
            self._database.executemany(
                "INSERT INTO had VALUES (?, upper(?), ?)",
                ((kind, value, key) for value, key in rows if value),
            )
        self._database.execute("COMMIT")

    def shared(self) -> Iterator[tuple[str, str, int, int]]:
        """Kind, identifier, person and how many other people have it, for every identifier of several
        people."""
        query = """
            SELECT had.kind, had.identifier, had.person, many.people - 1 FROM (SELECT kind, identifier,
            count(*) AS people FROM had GROUP BY 1, 2 HAVING count(*) > 1) AS many JOIN had USING (kind,
            identifier) ORDER BY had.person
        """
        with closing(self._database.execute(query)) as cursor:
            yield from cursor
