"""One figure beside others: what our own record gives, and what was published of every area."""

from dataclasses import dataclass

from django.conf import settings

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.benchmarks import Observation, Standing
from goldenthread.analysis.geography import Area
from goldenthread.analysis.published_tables import Column, PublishedTable, published_table, published_tables
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures import queries as figures_queries
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.figures.open_data.breaks import Break, breaks
from goldenthread.figures.open_data.comparing import areas_in, compared, known_faults
from goldenthread.figures.open_data.places import NEIGHBOURS, NEWEST_NEIGHBOURS, areas, neighbours
from goldenthread.figures.open_data.published import Fault, NotPublished


@dataclass(frozen=True, slots=True)
class Beside:
    """A published column: its meaning, our own figure if there is one, and ours beside others."""

    measure: PublishedTable
    column: Column
    figure: Figure | None
    area: Area
    years: tuple[Standing, ...]
    """Where our area stands in every period in which it has a row, oldest first; at least one."""
    like_us: tuple[str, ...]
    """The areas most like ours, nearest first."""
    all_areas: tuple[Observation, ...]
    """The figure of every area in the newest of those periods."""
    faults: tuple[Fault, ...]
    """What is known to be wrong with the newest published figure."""
    breaks: tuple[Break, ...]
    """Where the years that are shown may not be compared."""
    is_ours: bool
    """Is the area the one that this service serves? Only of that one is there a figure of our own."""

    @property
    def newest(self) -> Standing:
        return self.years[-1]


@dataclass(frozen=True, slots=True)
class Overview:
    """Every column of every measure, and the set that our own figures are of."""

    measures: tuple[PublishedTable, ...]
    figures: dict[tuple[str, str], Figure]
    newest: FigureSet | None
    in_the_making: FigureSet | None


def overview(scope: Scope) -> Overview:
    """What there is to look at."""
    newest = figures_queries.newest_set(scope)
    return Overview(
        measures=tuple(published_tables().values()),
        figures=figures_queries.figures_of(scope, newest) if newest else {},
        newest=newest,
        in_the_making=figures_queries.set_in_the_making(scope),
    )


def beside(
    scope: Scope, table: str, column: str, *, area: str = "", model: int = NEWEST_NEIGHBOURS
) -> Beside:
    """One column of an area, ours unless told, beside others, with the neighbours of a model's year.

    Raises `NotFound` for a table or column that was never published of it, and for an unknown area or model.
    """
    scope.require(Permission.SEE_FIGURES)
    ours = area or settings.AREA
    if ours not in areas() or model not in NEIGHBOURS:
        raise NotFound("There is no such area, or no such list of neighbours.")
    try:
        measure = published_table(table)
        found = measure.column(column)
        years = compared(table, column, ours, model)
    except (KeyError, NotPublished) as error:
        raise NotFound("There is no such figure.") from error
    if not years:
        raise NotFound("Nothing was ever published of this area here.")
    period = years[-1].period
    return Beside(
        measure=measure,
        column=found,
        figure=figures_queries.figure(scope, table, column) if ours == settings.AREA else None,
        area=areas()[ours],
        years=years,
        like_us=tuple(one.code for one in neighbours(ours, model)),
        all_areas=areas_in(table, column, period),
        faults=known_faults(table, column, ours, period),
        breaks=breaks(table, column, ours, [year.period for year in years]),
        is_ours=ours == settings.AREA,
    )
