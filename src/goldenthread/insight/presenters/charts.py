"""Our area over the years, and among all areas."""

from collections.abc import Sequence
from functools import lru_cache

from goldenthread.analysis.definitions import Column
from goldenthread.figures.benchmarks import Benchmark
from goldenthread.figures.open_data.published import ADDRESS, RELEASE, Cell
from goldenthread.insight.presenters.tables import everyone_table, years_table
from goldenthread.insight.presenters.words import finding, is_share, period_words, trend
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.scale import COUNT, SHARE
from goldenthread.ui.charts.strip import Place, Reference, strip
from goldenthread.ui.charts.time_series import Band, Series, time_series
from goldenthread.ui.values import Chart, Tie


def _numbers(cells: Sequence[Cell | None]) -> tuple[float | None, ...]:
    return tuple(None if cell is None or cell.value is None else float(cell.value) for cell in cells)


def charts(mark: Benchmark, column: Column) -> list[Chart]:
    """Our area over the years, and among all areas: with the numbers in a table under each."""
    drawn = [_over_time(mark, column)]
    if mark.ours[-1] is not None and mark.ours[-1].value is not None:
        drawn.append(_among_all(mark, column))
    return drawn


def _over_time(mark: Benchmark, column: Column) -> Chart:
    low, high = mark.spread_of_neighbours()
    title = f"{finding(mark, column)} Each published year since {period_words(mark.periods[0])}."
    others = [Series("England", _numbers(mark.england)), Series(mark.region_name, _numbers(mark.region))]
    drawing = _draw_over_time(
        tuple(period_words(period) for period in mark.periods),
        mark,
        tuple(others) if is_share(column) else (),
        title,
        is_share(column),
    )
    return Chart(
        finding=trend(mark, column),
        shows="A break in 2023: figures before it were counted from totals, not person by person.",
        drawing=drawing,
        source=Tie(f"{RELEASE}, Department for Education", href=ADDRESS, lead="Source:"),
        table=years_table(mark, column, low, high),
    )


@lru_cache(maxsize=256)
def _draw_over_time(
    periods: tuple[str, ...], mark: Benchmark, others: tuple[Series, ...], title: str, share: bool
) -> Drawn:
    low, high = mark.spread_of_neighbours()
    band = Band(
        "areas most like ours",
        [None if value is None else float(value) for value in low],
        [None if value is None else float(value) for value in high],
    )
    return time_series(
        periods,
        Series(mark.area_name, _numbers(mark.ours)),
        others,
        title=title,
        band=band if mark.like_us else None,
        unit=SHARE if share else COUNT,
    )


def _among_all(mark: Benchmark, column: Column) -> Chart:
    drawing = _draw_among_all(mark, finding(mark, column), is_share(column))
    return Chart(
        finding=finding(mark, column),
        shows=f"Each dot is one area in {period_words(mark.newest)}; filled dots are the ten most like ours.",
        drawing=drawing,
        table=everyone_table(mark, column),
    )


@lru_cache(maxsize=256)
def _draw_among_all(mark: Benchmark, title: str, share: bool) -> Drawn:
    alike = {place.code for place in mark.like_us}
    places = [
        Place(
            place.name,
            float(place.value),
            "ours" if place.code == mark.area else "alike" if place.code in alike else "other",
        )
        for place in mark.everyone
        if place.value is not None
    ]
    england = mark.england[-1].value if mark.england[-1] else None
    reference = Reference("England", float(england)) if share and england is not None else None
    return strip(places, title=title, reference=reference, unit=SHARE if share else COUNT)
