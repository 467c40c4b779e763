"""One figure beside others: what our own record gives, and what was published of every area."""

from dataclasses import dataclass

from django.conf import settings

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.definitions import Column, Measure, measure_of_table, measures
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures import queries as figures_queries
from goldenthread.figures.benchmarks import Benchmark, benchmark
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.figures.open_data.published import NotPublished


@dataclass(frozen=True, slots=True)
class Beside:
    """A published column: its meaning, our own figure if there is one, and the benchmark."""

    measure: Measure
    column: Column
    figure: Figure | None
    benchmark: Benchmark


@dataclass(frozen=True, slots=True)
class Overview:
    """Every column of every measure, and the set that our own figures are of."""

    measures: tuple[Measure, ...]
    figures: dict[tuple[str, str], Figure]
    newest: FigureSet | None
    in_the_making: FigureSet | None


def overview(scope: Scope) -> Overview:
    """What there is to look at."""
    newest = figures_queries.newest_set(scope)
    return Overview(
        measures=tuple(measures().values()),
        figures=figures_queries.figures_of(scope, newest) if newest else {},
        newest=newest,
        in_the_making=figures_queries.set_in_the_making(scope),
    )


def beside(scope: Scope, table: str, column: str) -> Beside:
    """One column beside others. Raises `NotFound` for a table or column that was never published."""
    scope.require(Permission.SEE_FIGURES)
    try:
        measure = measure_of_table(table)
        found = measure.column(column)
        return Beside(
            measure=measure,
            column=found,
            figure=figures_queries.figure(scope, table, column),
            benchmark=benchmark(table, column, settings.AREA),
        )
    except (KeyError, NotPublished) as error:
        raise NotFound("There is no such figure.") from error
