"""Has something rare become more or less frequent? The chart of what lies between its events."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow.compute as pc

from goldenthread.analysis.catalogue import Direction, Measure, Statistic
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.rare_events import (
    RareChart,
    chart_of_cases_between,
    chart_of_days_between,
)
from goldenthread.figures.changes.charting import period_name
from goldenthread.figures.measured.keeping import rare
from goldenthread.figures.models import MeasuredSet

GAPS: Mapping[Direction, Polarity] = {
    Direction.LOWER: Polarity.HIGHER_IS_BETTER,
    Direction.HIGHER: Polarity.LOWER_IS_BETTER,
    Direction.NEITHER: Polarity.NEITHER,
}
"""Where fewer events are better, a longer gap is."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """The events of a rare measure: how many, and the chart of their gaps with the month that ended each.

    `chart` is None before there are two events, for nothing lies between them.
    """

    events: int
    chart: RareChart | None = None
    names: tuple[str, ...] = ()


def rarity(of: MeasuredSet, measure: Measure) -> Rarity | None:
    """How rare a measure is, of everyone; None where its counts are not. Shares by cases, counts by days."""
    table = rare(of)
    rows: list[dict[str, Any]] = table.filter(pc.equal(table["measure"], measure.name)).to_pylist()
    if not rows:
        return None
    events, now = [row for row in rows if row["is_event"]], rows[-1]
    if len(events) < 2:
        return Rarity(len(events))
    polarity = GAPS[measure.direction]
    names = [period_name("month", row["on_day"].replace(day=1)) for row in events[1:]]
    if measure.statistic is Statistic.SHARE:
        gaps = [two["cases"] - one["cases"] - 1 for one, two in pairwise(events)]
        chart = chart_of_cases_between(gaps, polarity, now["cases"] - events[-1]["cases"])
    else:
        days = [float((two["on_day"] - one["on_day"]).days) for one, two in pairwise(events)]
        chart = chart_of_days_between(days, polarity, (now["on_day"] - events[-1]["on_day"]).days)
    return Rarity(len(events), chart, (*names, "until now"))
