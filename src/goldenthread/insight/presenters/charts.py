"""Our area over the years, and among all areas."""

from collections.abc import Iterable
from functools import lru_cache

from goldenthread.analysis.benchmarks import Observation
from goldenthread.figures.open_data.kept import source_of
from goldenthread.figures.open_data.places import areas
from goldenthread.insight.presenters.tables import everyone_table, years_table
from goldenthread.insight.presenters.words import finding, is_share, middle_words, period_words, trend
from goldenthread.insight.queries import Beside
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.scale import COUNT, SHARE
from goldenthread.ui.charts.strip import Place, Reference, strip
from goldenthread.ui.charts.time_series import Band, Series, time_series
from goldenthread.ui.values import Chart, Tie


def charts(found: Beside) -> list[Chart]:
    """Our area over the years, and among all areas: with the numbers in a table under each."""
    drawn = [_over_time(found)]
    if found.newest.area.value is not None:
        drawn.append(_among_all(found))
    return drawn


def _over_time(found: Beside) -> Chart:
    source = source_of(found.measure.table)
    return Chart(
        finding=trend(found),
        shows=_over_time_shows(found),
        drawing=_draw_over_time(*_lines(found), trend(found), is_share(found.column)),
        source=Tie(f"{source.release}, Department for Education", href=source.address, lead="Source:"),
        table=years_table(found),
    )


def _over_time_shows(found: Beside) -> str:
    band = any(year.neighbour_range for year in found.years)
    like = "most like ours" if found.is_ours else f"most like {found.area.name}"
    shows = [f"The band is from the lowest to the highest of the areas {like}."] if band else []
    marks = {
        "break": "The series breaks at the dotted line",
        "definition": "The definition changes",
        "place": "The place changes",
    }
    return " ".join([*shows, *(f"{marks[one.kind]}. {one.words}" for one in found.breaks)])


def _lines(found: Beside) -> tuple[tuple[str, ...], Series, tuple[Series, ...], Band | None]:
    """The periods, our line, England's and the region's beside a share, and the band of areas like ours."""
    years = found.years
    broken = _breaks(found)
    others = (
        Series("England", _numbers(year.england for year in years), broken),
        Series(found.area.region_name, _numbers(year.region for year in years), broken),
    )
    ranges = [year.neighbour_range for year in years]
    band = Band(
        "areas most like ours",
        tuple(float(one[0]) if one else None for one in ranges),
        tuple(float(one[1]) if one else None for one in ranges),
    )
    return (
        tuple(period_words(year.period) for year in years),
        Series(found.area.name, _numbers(year.area for year in years), broken),
        others if is_share(found.column) else (),
        band if any(ranges) else None,
    )


def _breaks(found: Beside) -> tuple[int, ...]:
    """The numbers of the years that begin another way of counting."""
    periods = [year.period for year in found.years]
    return tuple(sorted({sum(each < one.period for each in periods) for one in found.breaks}))


def _numbers(published: Iterable[Observation | None]) -> tuple[float | None, ...]:
    return tuple(None if one is None or one.value is None else float(one.value) for one in published)


@lru_cache(maxsize=256)
def _draw_over_time(
    periods: tuple[str, ...],
    ours: Series,
    others: tuple[Series, ...],
    band: Band | None,
    title: str,
    share: bool,
) -> Drawn:
    return time_series(periods, ours, others, title=title, band=band, unit=SHARE if share else COUNT)


def _among_all(found: Beside) -> Chart:
    now = found.newest
    like_us = frozenset(found.like_us)
    places = tuple(
        Place(
            areas()[one.code].name,
            float(one.value),
            "ours" if one.code == found.area.code else "alike" if one.code in like_us else "other",
        )
        for one in found.all_areas
        if one.value is not None
    )
    return Chart(
        finding=middle_words(now, found.column),
        shows=f"Each dot is one area in {period_words(now.period)}; filled dots are areas most like ours.",
        drawing=_draw_among_all(places, _reference(found), finding(found), is_share(found.column)),
        table=everyone_table(found),
    )


def _reference(found: Beside) -> Reference | None:
    """England beside a share; beside a count, which grows with an area, the area in the middle."""
    now = found.newest
    if is_share(found.column):
        england = now.england.value if now.england else None
        return None if england is None else Reference("England", float(england))
    return Reference("Middle area", float(now.spread.middle)) if now.spread else None


@lru_cache(maxsize=256)
def _draw_among_all(places: tuple[Place, ...], reference: Reference | None, title: str, share: bool) -> Drawn:
    return strip(places, title=title, reference=reference, unit=SHARE if share else COUNT)
