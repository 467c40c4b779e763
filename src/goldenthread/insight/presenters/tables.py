"""The numbers behind each chart."""

from goldenthread.analysis.benchmarks import Standing
from goldenthread.analysis.published_tables import Column
from goldenthread.figures.open_data.places import areas
from goldenthread.insight.presenters.words import period_words, published_words, words_for
from goldenthread.insight.queries import Beside
from goldenthread.ui.values import Column as TableColumn
from goldenthread.ui.values import Table


def years_table(found: Beside) -> Table:
    """Every published year, the newest last."""
    heads = (
        found.area.name,
        "Rank, highest first",
        "England",
        found.area.region_name,
        "Lowest like us",
        "Mean like us",
    )
    return Table(
        columns=[
            TableColumn("Period"),
            *(TableColumn(head, number=True) for head in (*heads, "Highest like us", "Middle of all areas")),
        ],
        rows=[_year(year, found.column) for year in found.years],
        caption="Every published year",
        narrow="scroll",
    )


def _year(year: Standing, column: Column) -> list[str | None]:
    low, high = year.neighbour_range or (None, None)
    between = (low, year.neighbour_mean, high, year.spread.middle if year.spread else None)
    return [
        period_words(year.period),
        published_words(year.area, column),
        f"{year.rank} of {year.areas}" if year.rank else None,
        *(published_words(one, column) for one in (year.england, year.region)),
        *(words_for(value, column) or None for value in between),
    ]


def neighbours_table(found: Beside) -> Table:
    """The ten areas most like ours, nearest first."""
    now = found.newest
    published = {one.code: one for one in now.neighbours}
    codes = [code for code in found.like_us if code in areas()]
    return Table(
        columns=[TableColumn("Area"), TableColumn(period_words(now.period), number=True)],
        rows=[[areas()[code].name, published_words(published.get(code), found.column)] for code in codes],
        caption=f"Statistical neighbours, nearest first (the Department’s model of {now.neighbour_model})",
    )


def everyone_table(found: Beside) -> Table:
    """Every area, the highest first; those without a figure last."""
    named = [(areas()[one.code].name, one) for one in found.all_areas]
    ordered = sorted(named, key=lambda pair: (pair[1].value is None, -(pair[1].value or 0), pair[0]))
    return Table(
        columns=[TableColumn("Area"), TableColumn(period_words(found.newest.period), number=True)],
        rows=[[name, published_words(one, found.column)] for name, one in ordered],
        caption="Every area, the highest first",
    )
