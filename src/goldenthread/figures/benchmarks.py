"""How does an area stand beside others? Published figures only, for every year that was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from goldenthread.figures.open_data.places import NEWEST_NEIGHBOURS, areas, neighbours
from goldenthread.figures.open_data.published import (
    Cell,
    Fault,
    NotPublished,
    cell,
    codes,
    faults,
    figure_columns,
    periods,
)

ENGLAND = "E92000001"
BREAK = "2023"
"""The first year of the person-level return: figures before it were counted from totals."""


@dataclass(frozen=True, slots=True)
class Place:
    """One area with its published value, or none where the file holds a symbol."""

    code: str
    name: str
    cell: Cell

    @property
    def value(self) -> Decimal | None:
        return self.cell.value


@dataclass(frozen=True, slots=True)
class Rank:
    """Where an area stands among those that published a value, the highest first; equals share a place."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published column for one area beside England, its region, areas like it and all areas.

    Each series has one cell for each of `periods`; None where nothing was published of that place.
    """

    table: str
    column: str
    area: str
    area_name: str
    region_name: str
    periods: tuple[str, ...]
    ours: tuple[Cell | None, ...]
    england: tuple[Cell | None, ...]
    region: tuple[Cell | None, ...]
    like_us: tuple[Place, ...]
    """The statistical neighbours in the newest period, nearest first."""
    like_us_over_time: tuple[tuple[Cell | None, ...], ...]
    """For each neighbour its series."""
    everyone: tuple[Place, ...]
    """Every area in the newest period."""
    known_faults: tuple[Fault, ...]
    model: int = NEWEST_NEIGHBOURS
    """The year of the DfE's statistical neighbour model."""

    @property
    def newest(self) -> str:
        return self.periods[-1]

    @property
    def rank(self) -> Rank | None:
        """Among all areas in the newest period; None where ours published no value."""
        values = [place.value for place in self.everyone if place.value is not None]
        ours = self.ours[-1].value if self.ours[-1] else None
        if ours is None:
            return None
        return Rank(1 + sum(value > ours for value in values), len(values))

    def spread_of_neighbours(self) -> tuple[list[Decimal | None], list[Decimal | None]]:
        """Lowest and highest of the neighbours in each period; None where fewer than five published."""
        low: list[Decimal | None] = []
        high: list[Decimal | None] = []
        for cells in zip(*self.like_us_over_time, strict=True):
            values = [cell.value for cell in cells if cell is not None and cell.value is not None]
            enough = len(values) >= 5
            low.append(min(values) if enough else None)
            high.append(max(values) if enough else None)
        return low, high


@lru_cache(maxsize=512)
def benchmark(table: str, column: str, area: str) -> Benchmark:
    """The benchmark of a published column. Raises `NotPublished` for a table, column or area unknown."""
    if area not in areas():
        raise NotPublished(f"no published area has the number {area}")
    when = periods(table)
    here = areas()[area]
    like_us = [one.code for one in neighbours(area)]
    if column not in figure_columns(table):
        raise NotPublished(f"{table} has no column {column}")
    return Benchmark(
        table=table,
        column=column,
        area=area,
        area_name=here.name,
        region_name=here.region_name,
        periods=when,
        ours=_series(table, column, area, when),
        england=_series(table, column, ENGLAND, when),
        region=_series(table, column, here.region_code, when),
        like_us=tuple(_places(table, column, like_us, when[-1])),
        like_us_over_time=tuple(_series(table, column, code, when) for code in like_us),
        everyone=tuple(_places(table, column, codes(table, when[-1]), when[-1])),
        known_faults=tuple(
            fault
            for fault in faults()
            if (fault.table, fault.column) == (table, column) and fault.area in (area, ENGLAND)
        ),
    )


def _series(table: str, column: str, place: str, when: Sequence[str]) -> tuple[Cell | None, ...]:
    return tuple(_cell(table, column, place, period) for period in when)


def _cell(table: str, column: str, place: str, period: str) -> Cell | None:
    try:
        return cell(table, column, place, period)
    except NotPublished:
        return None


def _places(table: str, column: str, of: Iterable[str], period: str) -> Iterable[Place]:
    for code in of:
        found = _cell(table, column, code, period)
        if found is not None and code in areas():
            yield Place(code, areas()[code].name, found)


def newest_of(table: str, column: str, place: str) -> Cell | None:
    """The newest published cell of one place: an area, a region or England."""
    return _cell(table, column, place, periods(table)[-1])
