"""Who waits longest, by how much, and is it more than chance?

Each group is compared with everybody else: medians of waits, shares, or chances of a plan in time with open
cases counted. The interval of a difference follows from the two figures' own (MOVER, Zou and Donner 2008;
for shares that is Newcombe's), its p value from the same interval, so the two never contradict each
other, and all p values of a page are adjusted together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from scipy.stats import norm

from goldenthread.analysis.statistics.incidence import TWENTY_WEEKS, Asked, Outcome, experience
from goldenthread.analysis.statistics.multiplicity import Comparisons, compared
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.proportions import CONFIDENCE, Interval, median, share

FEWEST = 5
"""A group of fewer, or one that leaves fewer to compare with, is not compared, and is named."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One group beside everybody else: how many, its own figure, theirs, and the difference."""

    group: str
    count: int
    own: Interval
    others: Interval
    difference: Interval
    adjusted_p: float
    is_more_than_chance: bool


@dataclass(frozen=True, slots=True)
class Equity:
    """All groups compared, worst first, those not compared, and how luck was allowed for."""

    unit: str
    groups: tuple[Compared, ...]
    not_compared: tuple[str, ...]
    comparisons: Comparisons
    polarity: Polarity

    @property
    def worse_off(self) -> tuple[Compared, ...]:
        """Groups that fare worse than everybody else by more than chance, worst first."""
        return tuple(
            one for one in self.groups if one.is_more_than_chance and _badness(one, self.polarity) > 0
        )

    @property
    def words(self) -> str:
        """Who fares worst, by how much, and how luck was allowed for."""
        if not self.groups:
            return "There are too few children in these groups to compare them."
        if not self.worse_off:
            return f"No group fares worse than the others by more than chance. {self.comparisons.words}"
        worst = self.worse_off[0]
        side = "more" if worst.difference.estimate > 0 else "fewer"
        size = _rounded(worst.difference.estimate)
        ends = sorted(
            _rounded(end) for end in (worst.difference.low, worst.difference.high) if end is not None
        )
        between = f" ({ends[0]} to {ends[-1]})" if ends else ""
        return (
            f"{worst.group} fares worst: {size} {self.unit} {side} than everybody else{between}. "
            f"{self.comparisons.words}"
        )


def _rounded(value: float) -> int:
    return round(abs(value))


def _badness(one: Compared, polarity: Polarity) -> float:
    """How much worse than others; by size alone where neither direction is better."""
    if polarity is Polarity.NEITHER:
        return abs(one.difference.estimate)
    return one.difference.estimate * (1 if polarity is Polarity.LOWER_IS_BETTER else -1)


def who_waits_longest(waits: Mapping[str, Sequence[float]], unit: str = "days") -> Equity:
    """Median waits of each group against everybody else's; lower is better."""
    figures = {}
    for group, own in waits.items():
        others = [wait for other, theirs in waits.items() if other != group for wait in theirs]
        figures[group] = (len(own), len(others), median(own), median(others))
    return _equity(figures, unit, Polarity.LOWER_IS_BETTER)


def unequal_shares(shares: Mapping[str, tuple[int, int]], polarity: Polarity) -> Equity:
    """Shares, each as (numerator, denominator), against everybody else's, in percentage points."""
    numerators, denominators = (sum(one[side] for one in shares.values()) for side in (0, 1))
    figures = {}
    for group, (up, down) in shares.items():
        rest = (numerators - up, denominators - down)
        figures[group] = (down, rest[1], _in_points(share(up, down)), _in_points(share(*rest)))
    return _equity(figures, "percentage points", polarity)


def unequal_chances(cases: Mapping[str, Sequence[Asked]], as_at: date, days: int = TWENTY_WEEKS) -> Equity:
    """The chance of a plan within so many days of asking, open cases counted, in percentage points."""

    def chance(some: Sequence[Asked]) -> Interval | None:
        found = experience(some, as_at)
        return _in_points(found.probability(days, Outcome.PLAN)) if found else None

    figures = {}
    for group, own in cases.items():
        others = [case for other, theirs in cases.items() if other != group for case in theirs]
        figures[group] = (len(own), len(others), chance(own), chance(others))
    return _equity(figures, "percentage points", Polarity.HIGHER_IS_BETTER)


def _in_points(one: Interval | None) -> Interval | None:
    if one is None:
        return None
    low, high = (None if end is None else 100 * end for end in (one.low, one.high))
    return Interval(100 * one.estimate, low, high, one.confidence)


def _equity(
    figures: Mapping[str, tuple[int, int, Interval | None, Interval | None]], unit: str, polarity: Polarity
) -> Equity:
    kept: list[tuple[str, int, Interval, Interval, Interval]] = []
    for group, (count, rest, own, others) in figures.items():
        if own is not None and others is not None and min(count, rest) >= FEWEST:
            kept.append((group, count, own, others, difference(own, others)))
    comparisons = compared([p_value(one[4]) for one in kept])
    groups = [
        Compared(*one, adjusted, is_more)
        for one, adjusted, is_more in zip(
            kept, comparisons.adjusted, comparisons.more_than_chance, strict=True
        )
    ]
    groups.sort(key=lambda one: -_badness(one, polarity))
    named = {one.group for one in groups}
    return Equity(
        unit, tuple(groups), tuple(group for group in figures if group not in named), comparisons, polarity
    )


def difference(own: Interval, others: Interval) -> Interval:
    """Own less others, with the interval that both intervals give (MOVER); open where one of them is."""
    estimate = own.estimate - others.estimate

    def reach(ours: float | None, theirs: float | None) -> float | None:
        if ours is None or theirs is None:
            return None
        return sqrt((ours - own.estimate) ** 2 + (theirs - others.estimate) ** 2)

    down, up = reach(own.low, others.high), reach(own.high, others.low)
    return Interval(
        estimate, None if down is None else estimate - down, None if up is None else estimate + up
    )


def p_value(found: Interval) -> float:
    """The p value of "no difference" that the interval implies: from the half of it that points to nought."""
    end = found.low if found.estimate > 0 else found.high
    if end is None or found.estimate == 0:
        return 1.0
    reach = abs(found.estimate - end)
    if reach == 0:
        return 0.0
    return float(2 * norm.sf(float(norm.ppf((1 + CONFIDENCE) / 2)) * abs(found.estimate) / reach))
