"""The numbers behind each chart."""

from collections.abc import Sequence
from decimal import Decimal

from goldenthread.analysis.definitions import Column
from goldenthread.figures.benchmarks import Benchmark
from goldenthread.insight.presenters.words import cell_words, period_words, words_for
from goldenthread.ui.values import Column as TableColumn
from goldenthread.ui.values import Table


def years_table(
    mark: Benchmark, column: Column, low: Sequence[Decimal | None], high: Sequence[Decimal | None]
) -> Table:
    """Every published year, the newest last."""
    return Table(
        columns=[
            TableColumn("Period"),
            *(
                TableColumn(head, number=True)
                for head in (mark.area_name, "England", mark.region_name, "Lowest like us", "Highest like us")
            ),
        ],
        rows=[
            [
                period_words(period),
                cell_words(mark.ours[at], column),
                cell_words(mark.england[at], column),
                cell_words(mark.region[at], column),
                words_for(low[at], column) or None,
                words_for(high[at], column) or None,
            ]
            for at, period in enumerate(mark.periods)
        ],
        caption="Every published year",
        narrow="scroll",
    )


def neighbours_table(mark: Benchmark, column: Column) -> Table:
    """The ten areas most like ours, nearest first."""
    return Table(
        columns=[TableColumn("Area"), TableColumn(period_words(mark.newest), number=True)],
        rows=[[place.name, cell_words(place.cell, column)] for place in mark.like_us],
        caption=f"Ten statistical neighbours, nearest first (the Department’s model of {mark.model})",
    )


def everyone_table(mark: Benchmark, column: Column) -> Table:
    """Every area, the highest first; those without a figure last."""
    ordered = sorted(mark.everyone, key=lambda place: (place.value is None, -(place.value or 0), place.name))
    return Table(
        columns=[TableColumn("Area"), TableColumn(period_words(mark.newest), number=True)],
        rows=[[place.name, cell_words(place.cell, column)] for place in ordered],
        caption="Every area, the highest first",
    )
