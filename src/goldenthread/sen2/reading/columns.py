"""Turn rows of text into typed columns; what cannot be given its type is left empty and pointed at."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.reading.raw import COLUMNS, Row, keys_of
from goldenthread.sen2.schemas import TABLES

EARLIEST = pa.scalar("1900-01-01")
"""An earlier day is a slip of the pen, though the calendar has it."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is not a day, a flag or a number where the return wants one."""

    table: str
    row: int
    """Place in the table's rows of this batch."""
    column: str
    found: str


def stated_schema(table: str) -> pa.Schema:
    """Keys and stated columns of a table, in the order of a raw row: its schema less the law applied."""
    return pa.schema([TABLES[table].field(name) for name in (*keys_of(table), *COLUMNS[table])])


STATED = {table: stated_schema(table) for table in TABLES if table != "return"}


def typed(table: str, rows: list[Row]) -> tuple[pa.Table, list[Unreadable]]:
    """The rows of one table as typed columns, and every text that could not be understood."""
    schema = STATED[table]
    if not rows:
        return schema.empty_table(), []
    keys = len(keys_of(table))
    unreadable: list[Unreadable] = []
    arrays = []
    for at, (field, values) in enumerate(zip(schema, zip(*rows, strict=True), strict=True)):
        if at < keys:
            arrays.append(pa.array(values, field.type))
        else:
            column, wrong = _column(values, field.type)
            arrays.append(column)
            unreadable += (Unreadable(table, row, field.name, found) for row, found in wrong)
    return pa.Table.from_arrays(arrays, schema=schema), unreadable


def _column(values: tuple[object, ...], kind: pa.DataType) -> tuple[pa.Array, list[tuple[int, str]]]:
    texts = pa.array(values, pa.string())
    if texts.null_count == len(texts):
        return pa.nulls(len(texts), kind), []
    texts = pc.utf8_trim_whitespace(texts)
    texts = pc.if_else(pc.equal(texts, ""), None, texts)
    if kind == pa.string():
        return texts, []
    try:
        return _cast(texts, kind), []
    except pa.ArrowInvalid:
        return _cast_one_by_one(texts, kind)


def _cast(texts: pa.Array, kind: pa.DataType) -> pa.Array:
    """Arrow's own strict reading: yyyy-mm-dd and a real day; 1, 0, true or false; plain digits."""
    if kind == pa.date32() and pc.min(texts).as_py() is not None and pc.min(texts).as_py() < EARLIEST.as_py():
        raise pa.ArrowInvalid("a day before the earliest")
    return texts.cast(kind)


def _cast_one_by_one(texts: pa.Array, kind: pa.DataType) -> tuple[pa.Array, list[tuple[int, str]]]:
    values, wrong = [], []
    for row, text in enumerate(texts.to_pylist()):
        try:
            values.append(_cast(pa.array([text], pa.string()), kind)[0].as_py())
        except pa.ArrowInvalid:
            values.append(None)
            wrong.append((row, text))
    return pa.array(values, kind), wrong
