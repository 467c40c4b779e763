"""What did the DfE publish? Its tables as printed, with symbols kept apart from numbers.

The files are those that ship (see `kept.SHIPPED`) or newer ones that were fetched, the row of all children
for each local authority, region and England. A symbol (x unavailable, z not applicable, c
suppressed, low rounds to nought) is a missing figure and never a nought.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pyarrow as pa
import pyarrow.csv as pa_csv

from goldenthread.figures.open_data.kept import FAULTS, newer, path_of
from goldenthread.figures.open_data.places import read_rows

TABLES = (
    "requests_totals",
    "assessments_totals",
    "timeliness_20_week_totals",
    "newplans_totals",
    "caseload_totals",
    "sen_needs_all_plans_totals",
    "sen_need_newplans_totals",
    "annual_reviews_totals",
    "ceased_plans_totals",
    "personal_budgets_totals",
    "residential_settings_totals",
    "work_based_placements_totals",
)
OFFICERS = "dmo_dco"
"""Designated medical, clinical and social care officers: words in place of figures, some areas only."""

SYMBOLS = {
    "x": "unavailable",
    "z": "not applicable",
    "c": "suppressed",
    "low": "rounds to nought",
    "u": "too unreliable to publish",
}

DESCRIBING = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "new_la_code",
    "old_la_code",
    "la_name",
    "breakdown_topic",
    "breakdown",
)
"""The columns that say what a row is about, in the published order; figures follow them."""


class NotPublished(LookupError):
    """The shipped tables have no such table, area or period."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One published figure: either a number or a symbol that says why there is none."""

    text: str

    @property
    def symbol(self) -> str | None:
        """x, z, c or low; None when the cell holds a number."""
        return self.text if self.text in SYMBOLS else None

    @property
    def value(self) -> Decimal | None:
        """The number; None when the cell holds a symbol."""
        return None if self.symbol else Decimal(self.text)

    @property
    def is_sound(self) -> bool:
        """Is it a symbol that we know, or a number?"""
        return self.text in SYMBOLS or re.fullmatch(r"-?\d+(\.\d+)?", self.text) is not None


@dataclass(frozen=True, slots=True)
class Fault:
    """A published cell that contradicts others beside it. `area` is coded as `area_of` has it."""

    table: str
    area: str
    column: str
    reason: str
    time_period: str


@cache
def published(table: str) -> pa.Table:
    """A published table, cell for cell as printed: every column is text. Raises `NotPublished`."""
    if table not in (*TABLES, OFFICERS):
        raise NotPublished(f"no published table is called {table}; there are {', '.join(TABLES)}")
    path = path_of(table)
    with path.open(encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split(",")
    text = pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    return pa_csv.read_csv(path, convert_options=text)


@cache
def figure_columns(table: str) -> tuple[str, ...]:
    """The columns of a published table that hold figures, in the published order."""
    return tuple(name for name in published(table).column_names if name not in DESCRIBING)


def numbers(table: str) -> pa.Table:
    """A published table with its figures as decimals to one place; symbols are null (see `published`)."""
    printed = published(table)
    for name in figure_columns(table):
        values = [Cell(text).value for text in printed.column(name).to_pylist()]
        column = pa.array(values, pa.decimal128(12, 1))
        printed = printed.set_column(printed.column_names.index(name), name, column)
    return printed


def area_of(row: Mapping[str, str]) -> str:
    """A row's place: the DfE number of an authority, else the ONS code of its region or of England."""
    return row["old_la_code"] or row["region_code"] or row["country_code"]


@cache
def _rows(table: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(area_of(row), row["time_period"]): row for row in published(table).to_pylist()}


def row(table: str, area: str, period: str) -> dict[str, Cell]:
    """The figures of one place in one period. Raises `NotPublished`.

    `area` is the DfE's number of an authority (935), or the ONS code of a region or of England;
    `period` is as printed: 2024 for a calendar year, 202425 for the academic year of a January count.
    """
    columns = figure_columns(table)
    try:
        found = _rows(table)[area, period]
    except KeyError:
        raise NotPublished(f"{table} has no row for {area} in {period}") from None
    return {name: Cell(found[name]) for name in columns}


def cell(table: str, column: str, area: str, period: str) -> Cell:
    """One figure of one place in one period. Raises `NotPublished`."""
    try:
        return Cell(_rows(table)[area, period][column])
    except KeyError:
        raise NotPublished(f"{table} has no {column} for {area} in {period}") from None


def newest_cell(table: str, column: str, area: str) -> Cell | None:
    """One figure in the newest period of its table; None where the place has no row in it."""
    try:
        return cell(table, column, area, periods(table)[-1])
    except NotPublished:
        return None


def rows(table: str) -> Iterator[tuple[dict[str, str], dict[str, Cell]]]:
    """Every row of a table: what it is about, and its figures."""
    for printed in _rows(table).values():
        about = {name: printed[name] for name in DESCRIBING}
        yield about, {name: Cell(printed[name]) for name in figure_columns(table)}


def cells(table: str, column: str) -> Iterator[tuple[Mapping[str, str], Cell]]:
    """One column of a table: what each row is about, and its figure. Raises `NotPublished`."""
    if column not in figure_columns(table):
        raise NotPublished(f"{table} has no figures in a column {column}")
    return ((printed, Cell(printed[column])) for printed in _rows(table).values())


@cache
def periods(table: str) -> tuple[str, ...]:
    """The periods that a table covers, oldest first, as printed."""
    return tuple(sorted(set(published(table).column("time_period").to_pylist())))


@cache
def codes(table: str, period: str, level: str = "Local authority") -> tuple[str, ...]:
    """The places that have a row in that period: `Local authority`, `Regional` or `National`."""
    return tuple(
        code
        for (code, when), printed in _rows(table).items()
        if when == period and printed["geographic_level"] == level
    )


@cache
def faults() -> tuple[Fault, ...]:
    """Every published cell that is known to contradict others, with the reason."""
    shipped = [Fault(**row) for row in read_rows("faults.csv")]
    fetched = newer(FAULTS)
    more = csv.DictReader(fetched.read_text(encoding="utf-8").splitlines()) if fetched else []
    standing = [fault for fault in shipped if newer(f"{fault.table}.csv") is None or _stands(fault)]
    return (*standing, *(Fault(**row) for row in more))


def _stands(fault: Fault) -> bool:
    """Does a newer table still print what a shipped fault complains of, the number that its reason cites?"""
    try:
        text = cell(fault.table, fault.column, fault.area, fault.time_period).text
    except NotPublished:
        return False
    return f" but {text} is printed" in fault.reason or " is printed: " not in fault.reason
