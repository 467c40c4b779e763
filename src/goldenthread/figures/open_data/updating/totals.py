"""Which rows of a fetched file are the totals that we keep, and under which of our column names?

The Department's labels and the case of its columns change between releases, so nothing is matched by place.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.figures.open_data.published import DESCRIBING, figure_columns, published

BREAKDOWN = ("breakdown_topic", "breakdown")
PLACE = ("time_period", "new_la_code", "old_la_code", "region_code", "geographic_level")
SAME_SYMBOL = {":": "x", "~": "low", "k": "low"}
"""Symbols of older files, and two spellings of one, as the Department's own guide has them."""

Row = dict[str, str]


class NotOurs(Exception):
    """The file cannot stand in for the table: the reason is the message."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched file: its columns and rows as printed."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def parse(text: str) -> Fetched:
    """The rows of a CSV file; a column that is named twice is numbered. Raises `NotOurs`."""
    read = csv.reader(text.splitlines())
    head = next(read, [])
    names = [
        name if head[:at].count(name) == 0 else f"{name}.{head[:at].count(name)}"
        for at, name in enumerate(head)
    ]
    lines = [line for line in read if line]
    if not names or not lines or any(len(line) != len(names) for line in lines):
        raise NotOurs("it is not a table: rows are missing, or of different lengths")
    return Fetched(tuple(names), tuple(dict(zip(names, line, strict=True)) for line in lines))


def missing(fetched: Fetched, table: str) -> tuple[str, ...]:
    """The columns of our table that the file lacks, whatever their case."""
    there = {name.lower() for name in fetched.columns}
    wanted = (*(name for name in DESCRIBING if name not in BREAKDOWN), *figure_columns(table))
    return tuple(name for name in wanted if name.lower() not in there)


def same_kind_of_year(fetched: Fetched, table: str) -> bool:
    """Tables of needs share their columns and differ by calendar or academic year."""
    ours = published(table).column("time_identifier")[0].as_py()
    return any(row.get("time_identifier") == ours for row in fetched.rows)


def totals(fetched: Fetched, table: str) -> list[Row]:
    """The row of all children of every place and period, in our columns and order. Raises `NotOurs`."""
    lacking = missing(fetched, table)
    if lacking:
        raise NotOurs(f"it lacks {', '.join(lacking)}")
    spelt = {name.lower(): name for name in fetched.columns}
    wanted = (*DESCRIBING, *figure_columns(table))
    rows = total_of_extra_filters(fetched, table)
    rows = total_of_breakdown(rows, table)
    kept = []
    for row in rows:
        values = {name: row.get(spelt.get(name.lower(), ""), "").strip() for name in wanted}
        kept.append({name: SAME_SYMBOL.get(value, value) for name, value in values.items()})
    return kept


def total_of_extra_filters(fetched: Fetched, table: str) -> Sequence[Row]:
    """A column that ours does not know and that holds words is a further filter: only its total is kept."""
    known = {name.lower() for name in (*DESCRIBING, *figure_columns(table))}
    rows: Sequence[Row] = fetched.rows
    for name in fetched.columns:
        if name.lower() in known or not any(is_words(row[name]) for row in fetched.rows):
            continue
        whole = [row for row in rows if is_total(row[name])]
        if not whole:
            raise NotOurs(f"its column {name} is new to us and has no total")
        rows = whole
    return rows


def total_of_breakdown(rows: Sequence[Row], table: str) -> list[Row]:
    """The rows of the one label that stands once for every place and period and is called a total."""
    if not rows or "breakdown" not in rows[0]:
        return list(rows)
    ours = published(table).column("breakdown")[0].as_py()
    places = {key(row) for row in rows}
    labels = sorted({(row["breakdown_topic"], row["breakdown"]) for row in rows})
    called = [label for label in labels if label[1] == ours or is_total(label[1]) or label[0] == label[1]]
    whole = [label for label in called if {key(row) for row in rows if of(row) == label} == places]
    exact = [label for label in whole if label[1] == ours] or whole
    if len(exact) != 1:
        raise NotOurs("it has no single row of all children for every place and period")
    return [row for row in rows if of(row) == exact[0]]


def of(row: Mapping[str, str]) -> tuple[str, str]:
    """What a row breaks down by."""
    return row["breakdown_topic"], row["breakdown"]


def key(row: Mapping[str, str]) -> tuple[str, ...]:
    """The place and period of a row."""
    return tuple(row.get(name, "") for name in PLACE)


def is_total(label: str) -> bool:
    """Total, or All of something."""
    return label.strip().lower() == "total" or label.lower().startswith("all ")


def is_words(text: str) -> bool:
    """Neither a number nor a symbol nor empty."""
    return len(text) > 3 and not text.replace(".", "").replace("-", "").isdecimal()


def as_csv(rows: Iterable[Row]) -> str:
    """Rows as a file, in the order of their columns."""
    every = list(rows)
    lines = [list(every[0]), *(list(row.values()) for row in every)]
    return "".join(",".join(quoted(cell) for cell in line) + "\n" for line in lines)


def quoted(cell: str) -> str:
    """A cell as CSV has it."""
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n') else cell
