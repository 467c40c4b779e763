"""Where does an area stand in a published column, year by year? The shipped tables beside one another."""

from functools import cache

from goldenthread.analysis.benchmarks import Neighbours, Observation, Standing, standings
from goldenthread.figures.open_data.places import NEWEST_NEIGHBOURS, neighbours
from goldenthread.figures.open_data.published import NotPublished, area_of, figure_columns, rows


@cache
def observations(table: str, column: str) -> tuple[Observation, ...]:
    """Every published figure of a column, of all places and periods. Raises `NotPublished`."""
    if column not in figure_columns(table):
        raise NotPublished(f"{table} has no figures in a column {column}")
    return tuple(
        Observation(
            code=area_of(about),
            region=about["region_code"],
            period=about["time_period"],
            value=figures[column].value,
            symbol=figures[column].symbol,
        )
        for about, figures in rows(table)
    )


@cache
def compared(table: str, column: str, area: str, model: int = NEWEST_NEIGHBOURS) -> tuple[Standing, ...]:
    """The standing of an area in a published column for every published period, oldest first.

    `area` is the DfE's number; `model` the year of the statistical neighbour model. Empty where the area has
    no row in any period. Raises `NotPublished` for a table or column that is not shipped.
    """
    like = Neighbours(model, tuple(neighbour.code for neighbour in neighbours(area, model)))
    return standings(observations(table, column), area, like)
