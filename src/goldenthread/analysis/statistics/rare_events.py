"""Does something rare happen more or less often? Charts of what lies between events, not of counts.

Where most months have none, a chart of counts has limits below one, and every single event looks like news.
The g chart draws how many cases lie between two events, the t chart how many days. Both use probability
limits, as SAS's RAREEVENTS procedure does (geometric and exponential; 0.00135 in each tail), since such
series are skewed and three sigmas either side would not hold what they promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, log, log1p
from statistics import fmean

from goldenthread.analysis.statistics.polarity import Direction, Polarity, direction_of
from goldenthread.analysis.statistics.process_behaviour import FEWEST_POINTS, Signal, Standing
from goldenthread.analysis.statistics.signal_rules import MAKING_DATA_COUNT, Rule, runs, side_of

TAIL = 0.00135
"""The chance beyond a limit of a steady process: that of three sigmas of a normal one."""
TOO_MANY_NOUGHTS = 0.25
"""Above this share of periods without any, counts are not charted (Provost and Murray 2011, chapter 7)."""


class Kind(StrEnum):
    """What is counted between two events."""

    CASES = "cases between events"
    DAYS = "days between events"


@dataclass(frozen=True, slots=True)
class RareChart:
    """A g or t chart. `lower` is None where no gap could be too short to believe.

    The last of `gaps` is still open where `is_open`: time or cases since the last event, which can only grow.
    """

    gaps: tuple[float, ...]
    kind: Kind
    is_open: bool
    centre: float
    lower: float | None
    upper: float
    signals: tuple[Signal, ...]

    @property
    def standing(self) -> Standing:
        """What may be said of now, from signals that the last gap is part of."""
        if len(self.gaps) - self.is_open < FEWEST_POINTS:
            return Standing.TOO_FEW
        current = {signal.direction for signal in self.signals if len(self.gaps) - 1 in signal.points}
        if not current:
            return Standing.NO_CHANGE
        if current == {Direction.BETTER}:
            return Standing.BETTER
        return Standing.WORSE if current == {Direction.WORSE} else Standing.CHANGED


def is_too_rare_to_count(counts: Sequence[int]) -> bool:
    """Should these counts a period be charted by what lies between events instead?"""
    if not counts:
        return False
    return fmean(counts) < 1 or sum(count == 0 for count in counts) / len(counts) > TOO_MANY_NOUGHTS


def chart_of_cases_between(
    gaps: Sequence[int], polarity: Polarity = Polarity.HIGHER_IS_BETTER, since_last: int | None = None
) -> RareChart:
    """The g chart: `gaps` are the cases between events, oldest first; nought where two came in a row.

    Higher is better where the event is unwanted. `since_last` counts the cases since the last event. Raises
    `ValueError` where there is no gap.
    """
    mean = _mean(gaps)
    if mean == 0:
        return _chart(gaps, Kind.CASES, (0.0, None, 0.0), polarity, since_last)
    per_case = log1p(-1 / (1 + mean))
    median = max(0, ceil(log(0.5) / per_case - 1))
    upper = max(0, ceil(log(TAIL) / per_case - 1))
    shortest = floor(log1p(-TAIL) / per_case) - 1
    lower = float(shortest) if shortest >= 0 else None
    return _chart(gaps, Kind.CASES, (float(median), lower, float(upper)), polarity, since_last)


def chart_of_days_between(
    gaps: Sequence[float], polarity: Polarity = Polarity.HIGHER_IS_BETTER, since_last: float | None = None
) -> RareChart:
    """The t chart: `gaps` are the days between events, oldest first.

    Higher is better where the event is unwanted. Raises `ValueError` where there is no gap.
    """
    mean = _mean(gaps)
    lines = (mean * log(2), -mean * log1p(-TAIL), -mean * log(TAIL))
    return _chart(gaps, Kind.DAYS, lines, polarity, since_last)


def _mean(gaps: Sequence[float]) -> float:
    if not gaps or min(gaps) < 0:
        raise ValueError("between events lie gaps, and none is below nought")
    return fmean(gaps)


def _chart(
    gaps: Sequence[float],
    kind: Kind,
    lines: tuple[float, float | None, float],
    polarity: Polarity,
    since_last: float | None,
) -> RareChart:
    """An open gap counts only once it is longer than what a side needs: it cannot yet be called short."""
    centre, lower, upper = lines
    drawn = [*map(float, gaps)] if since_last is None else [*map(float, gaps), float(since_last)]
    sides = [side_of(gap - centre) for gap in drawn]
    if since_last is not None and sides[-1] < 0:
        sides[-1] = 0
    signals: list[Signal] = []
    if len(gaps) >= FEWEST_POINTS:
        found: list[tuple[Rule, tuple[int, ...], int]] = [
            (Rule.OUTSIDE, (place,), 1) for place, gap in enumerate(drawn) if gap > upper
        ]
        closed = drawn[: len(gaps)]
        found += [
            (Rule.OUTSIDE, (place,), -1)
            for place, gap in enumerate(closed)
            if lower is not None and gap < lower
        ]
        found += [(Rule.SHIFT, places, side) for places, side in runs(sides, MAKING_DATA_COUNT.shift)]
        signals = [_signal(rule, places, side, direction_of(side, polarity)) for rule, places, side in found]
    return RareChart(tuple(drawn), kind, since_last is not None, centre, lower, upper, tuple(signals))


def _signal(rule: Rule, places: tuple[int, ...], side: int, direction: Direction) -> Signal:
    longer = "longer" if side > 0 else "shorter"
    rarer = "rarer" if side > 0 else "more frequent"
    seen = {
        Rule.OUTSIDE: f"Gap {places[0] + 1} is {longer} than chance allows",
        Rule.SHIFT: f"{len(places)} gaps in a row are {longer} than the usual one",
    }
    better = {Direction.BETTER: ", for the better", Direction.WORSE: ", for the worse"}.get(direction, "")
    words = f"{seen[rule]}: it has become {rarer}{better}."
    return Signal(rule, places, side > 0, direction, words)
