"""Where does an area stand in a published column, year by year? The shipped tables beside one another."""

from functools import cache

from goldenthread.analysis.benchmarks import Neighbours, Observation, Standing, standings
from goldenthread.figures.open_data.places import NEWEST_NEIGHBOURS, neighbours
from goldenthread.figures.open_data.published import (
    Fault,
    area_of,
    cells,
    faults,
)


@cache
def observations(table: str, column: str) -> tuple[Observation, ...]:
    """Every published figure of a column, of all places and periods. Raises `NotPublished`."""
    return tuple(
        Observation(
            code=area_of(about),
            region=about["region_code"],
            period=about["time_period"],
            value=figure.value,
            symbol=figure.symbol,
        )
        for about, figure in cells(table, column)
    )


@cache
def compared(table: str, column: str, area: str, model: int = NEWEST_NEIGHBOURS) -> tuple[Standing, ...]:
    """The standing of an area in a published column for every published period, oldest first.

    `area` is the DfE's number; `model` the year of the statistical neighbour model. Empty where the area has
    no row in any period. Raises `NotPublished` for a table or column that is not shipped.
    """
    like = Neighbours(model, tuple(neighbour.code for neighbour in neighbours(area, model)))
    return standings(observations(table, column), area, like)


def areas_in(table: str, column: str, period: str) -> tuple[Observation, ...]:
    """The figure of every area that has a row in a period. Raises `NotPublished`."""
    return tuple(one for one in observations(table, column) if one.period == period and one.is_area)


def known_faults(table: str, column: str, area: str, period: str) -> tuple[Fault, ...]:
    """What is known to be wrong with one published cell."""
    return tuple(
        fault
        for fault in faults()
        if (fault.table, fault.column) == (table, column)
        and (fault.area, fault.time_period) == (area, period)
    )
