"""Read people back from a folder of facts, one whole person at a time, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from goldenthread.sen2.reading.raw import COLUMNS, RECORD_TABLES
from goldenthread.sen2.records import (
    ActivePlan,
    Assessment,
    Header,
    NamedPlan,
    Need,
    Person,
    Placement,
    PlanDetail,
    Request,
)

ROWS_AT_A_TIME = 4096

Row = dict[str, Any]


def header_in(folder: Path) -> Header:
    """The header of the return that a folder of facts came from."""
    (row,) = pq.read_table(folder / "return.parquet").to_pylist()
    return Header(**row)


def people_in(folder: Path) -> Iterator[tuple[int, Person]]:
    """Key and record of every person of a folder of facts, in order of keys.

    The tables are ordered by key, as `receive` writes them: one walk over all of them side by side is enough.
    """
    tables = {name: _Table(folder, name) for name in RECORD_TABLES}
    for row in _rows(folder, "people"):
        key = row["person_key"]
        requests = tuple(_request(tables, request) for request in tables["requests"].of(key))
        yield key, Person(**_stated("people", row), requests=requests)


class _Table:
    """A table read forwards: asked for ever higher keys, it answers their rows."""

    def __init__(self, folder: Path, name: str) -> None:
        key = "person_key" if name == "requests" else "request_key"
        self._groups = groupby(_rows(folder, name), itemgetter(key)) if name != "people" else iter(())
        self._next()

    def of(self, key: int) -> list[Row]:
        """The rows of a key. Raises `ValueError` where rows belong to a key that was never asked for."""
        if self._key is None or self._key > key:
            return []
        if self._key < key:
            raise ValueError(f"rows of key {self._key} belong to no record, or the table is out of order")
        rows = self._rows
        self._next()
        return rows

    def one(self, key: int) -> Row | None:
        rows = self.of(key)
        return rows[0] if rows else None

    def _next(self) -> None:
        self._key: int | None = None
        for key, rows in self._groups:
            self._key, self._rows = key, list(rows)
            return


def _rows(folder: Path, table: str) -> Iterator[Row]:
    with pq.ParquetFile(folder / f"{table}.parquet") as file:
        for batch in file.iter_batches(ROWS_AT_A_TIME):
            yield from batch.to_pylist()


def _stated(table: str, row: Row) -> Row:
    return {column: row[column] for column in COLUMNS[table]}


def _request(tables: dict[str, _Table], row: Row) -> Request:
    key = row["request_key"]
    assessment, plan = tables["assessments"].one(key), tables["active_plans"].one(key)
    return Request(
        **_stated("requests", row),
        assessment=None if assessment is None else _assessment(tables, key, assessment),
        active_plan=None if plan is None else _active_plan(tables, key, plan),
    )


def _assessment(tables: dict[str, _Table], key: int, row: Row) -> Assessment:
    plan = tables["named_plans"].one(key)
    return Assessment(
        **_stated("assessments", row),
        named_plan=None if plan is None else _named_plan(tables, key, plan),
    )


def _named_plan(tables: dict[str, _Table], key: int, row: Row) -> NamedPlan:
    details = tables["plan_details"].of(key)
    return NamedPlan(
        **_stated("named_plans", row),
        plan_details=tuple(PlanDetail(**_stated("plan_details", detail)) for detail in details),
    )


def _active_plan(tables: dict[str, _Table], key: int, row: Row) -> ActivePlan:
    placements, needs = tables["placements"].of(key), tables["needs"].of(key)
    return ActivePlan(
        **_stated("active_plans", row),
        placements=tuple(Placement(**_stated("placements", one)) for one in placements),
        needs=tuple(Need(**_stated("needs", one)) for one in needs),
    )
