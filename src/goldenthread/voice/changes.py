"""May one say that a count has changed, and how long did answers take? Process-behaviour charts, middles."""

from collections.abc import Mapping
from datetime import date
from math import ceil

from goldenthread.analysis.statistics.process_behaviour import Chart, chart_of, chart_of_shares
from goldenthread.ui.words import MONTHS
from goldenthread.voice.queries.counted import Counted

APRIL = 4


def period_name(first_day: date, every: str) -> str:
    """Nov 2024, 2023-24 for a year from April, or 2024."""
    if every == "month":
        return f"{MONTHS[first_day.month - 1][:3]} {first_day.year}"
    if first_day.month == APRIL:
        return f"{first_day.year}–{(first_day.year + 1) % 100:02}"
    return str(first_day.year)


def charted(found: Counted) -> Chart:
    """The chart of a series, oldest first: of a part the share of its whole (0 to 1), else the counts.

    A month between the first and the last that nobody counted is a gap. Answered messages are charted by
    the middle answer time of each period.
    """
    known = {point.first_day: point for point in found.points}
    days = periods_of(found)
    names = [period_name(day, found.series.every) for day in days]
    polarity = found.counts.better
    if found.counts.by_working_days:
        times = [middle(found.days.get(day, {})) for day in days]
        return chart_of(times, polarity, labels=names)
    points = [known.get(day) for day in days]
    if found.counts.out_of is None:
        return chart_of([None if one is None else one.count for one in points], polarity, labels=names)
    whole = [None if one is None or not one.out_of else one for one in points]
    part = [None if one is None else one.count for one in whole]
    return chart_of_shares(
        part, [None if one is None else one.out_of for one in whole], polarity, labels=names
    )


def periods_of(found: Counted) -> list[date]:
    """Every period from the first that was counted to the last, oldest first."""
    if not found.points:
        return []
    day, last = found.points[0].first_day, found.points[-1].first_day
    days = []
    while day <= last:
        days.append(day)
        day = _next_month(day) if found.series.every == "month" else day.replace(year=day.year + 1)
    return days


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def middle(days: Mapping[int, int]) -> float | None:
    """The middle answer time; None where nothing was answered."""
    return percentile(days, 0.5)


def percentile(days: Mapping[int, int], fraction: float) -> float | None:
    """The working days that `fraction` of answers did not exceed, by how many took how long; None of none.

    The order statistic, or midway between two where it falls between them.
    """
    count = sum(days.values())
    if not count:
        return None
    at = fraction * count
    place = ceil(at)
    here = _ordered(days, place)
    return (here + _ordered(days, place + 1)) / 2 if at == place and place < count else float(here)


def _ordered(days: Mapping[int, int], place: int) -> int:
    """The answer time at a place, counted from 1."""
    seen = 0
    for taken in sorted(days):
        seen += days[taken]
        if seen >= place:
            return taken
    raise ValueError(f"{place} is past the last")
