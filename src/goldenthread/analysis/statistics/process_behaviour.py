"""Has it changed, or does it only vary? XmR charts with published rules and declared step changes.

A chart without a signal gives no verdict, a stretch of fewer than `FEWEST_POINTS` values is too short to
say anything, and a step change needs a reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.analysis.statistics.natural_limits import (
    Counts,
    NaturalLimits,
    Values,
    limits_of_shares,
    limits_of_values,
    shares,
)
from goldenthread.analysis.statistics.polarity import Direction, Polarity, direction_of
from goldenthread.analysis.statistics.signal_rules import MAKING_DATA_COUNT, Rule, RuleSet, found_by

FEWEST_POINTS = 12
"""Fewer values than this give no verdict (NHSRplotthedots warns of "trial limits" below it)."""


class Standing(StrEnum):
    """What the chart lets say about now."""

    BETTER = "better than its own past"
    WORSE = "worse than its own past"
    CHANGED = "changed"
    NO_CHANGE = "no more than it always varies"
    TOO_FEW = "too few periods to say"


@dataclass(frozen=True, slots=True)
class Step:
    """A declared change of the process, from the period `first` on (counted from nought), with its reason."""

    first: int
    because: str

    def __post_init__(self) -> None:
        if not self.because.strip():
            raise ValueError("a step change is declared with a reason")


@dataclass(frozen=True, slots=True)
class Signal:
    """A pattern that is more than noise. `points` count from nought; `words` is a sentence."""

    rule: Rule
    points: tuple[int, ...]
    is_above: bool
    direction: Direction
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Periods from `first` up to but without `end` that share one centre and one set of limits.

    `limits` is None where there are no two neighbouring values. `because` is the reason of the step that
    began the stretch.
    """

    first: int
    end: int
    count: int
    limits: NaturalLimits | None
    because: str | None = None

    @property
    def is_too_short(self) -> bool:
        return self.limits is None or self.count < FEWEST_POINTS


@dataclass(frozen=True, slots=True)
class Chart:
    """A process-behaviour chart: what to draw, what to say, and what nobody may claim."""

    values: tuple[float | None, ...]
    polarity: Polarity
    rules: RuleSet
    stretches: tuple[Stretch, ...]
    signals: tuple[Signal, ...]

    @property
    def current(self) -> tuple[Signal, ...]:
        """The signals that the last period with a value is part of."""
        last = max((place for place, value in enumerate(self.values) if value is not None), default=None)
        return tuple(signal for signal in self.signals if last in signal.points)

    @property
    def standing(self) -> Standing:
        """What may be said of now; signals that disagree say no more than that it changed."""
        if not self.stretches or self.stretches[-1].is_too_short:
            return Standing.TOO_FEW
        directions = {signal.direction for signal in self.current}
        if not directions:
            return Standing.NO_CHANGE
        if directions == {Direction.BETTER}:
            return Standing.BETTER
        return Standing.WORSE if directions == {Direction.WORSE} else Standing.CHANGED

    @property
    def words(self) -> str:
        """One sentence for the page."""
        if self.standing is Standing.TOO_FEW:
            count = self.stretches[-1].count if self.stretches else 0
            return f"Too few periods to say: {count} of the {FEWEST_POINTS} that are needed."
        if self.standing is Standing.NO_CHANGE:
            return "No signal: the latest figure lies within what this measure always varies by."
        return " ".join(signal.words for signal in self.current)


def chart_of(
    values: Values,
    polarity: Polarity,
    *,
    steps: Sequence[Step] = (),
    labels: Sequence[str] | None = None,
    rules: RuleSet = MAKING_DATA_COUNT,
) -> Chart:
    """The XmR chart of one value a period, oldest first; None where a period has no value.

    Raises `ValueError` for steps out of order or outside the series.
    """

    def limits(first: int, end: int) -> NaturalLimits:
        return limits_of_values(values[first:end], screened=rules.screens_ranges)

    return _chart(tuple(values), polarity, rules, _stretches(values, steps, limits), labels)


def chart_of_shares(
    numerators: Counts,
    denominators: Counts,
    polarity: Polarity,
    *,
    steps: Sequence[Step] = (),
    labels: Sequence[str] | None = None,
    rules: RuleSet = MAKING_DATA_COUNT,
) -> Chart:
    """The chart of a share a period: limits widen where a denominator is small (Laney's P′).

    With equal denominators it is the XmR chart of the shares. A period of no denominator has no value.
    """
    values = shares(numerators, denominators)

    def limits(first: int, end: int) -> NaturalLimits:
        return limits_of_shares(numerators[first:end], denominators[first:end], screened=rules.screens_ranges)

    return _chart(values, polarity, rules, _stretches(values, steps, limits), labels)


def chart_against(
    values: Values,
    limits: NaturalLimits,
    polarity: Polarity,
    *,
    labels: Sequence[str] | None = None,
    rules: RuleSet = MAKING_DATA_COUNT,
) -> Chart:
    """The chart of values judged against limits of an earlier time (`NaturalLimits.carried_to`)."""
    stretch = Stretch(0, len(values), max(FEWEST_POINTS, len(values)), limits)
    return _chart(tuple(values), polarity, rules, [stretch], labels)


def _stretches(
    values: Values, steps: Sequence[Step], limits_between: Callable[[int, int], NaturalLimits]
) -> list[Stretch]:
    starts = [step.first for step in steps]
    if starts != sorted(set(starts)) or any(not 0 < start < len(values) for start in starts):
        raise ValueError("steps are given in order, each within the series")
    if not values:
        return []
    reasons = [None, *(step.because for step in steps)]
    bounds = zip([0, *starts], [*starts, len(values)], reasons, strict=True)
    return [_stretch(values, first, end, because, limits_between) for first, end, because in bounds]


def _stretch(
    values: Values,
    first: int,
    end: int,
    because: str | None,
    limits_between: Callable[[int, int], NaturalLimits],
) -> Stretch:
    count = sum(value is not None for value in values[first:end])
    try:
        limits = limits_between(first, end)
    except ValueError:
        return Stretch(first, end, count, None, because)
    return Stretch(first, end, count, limits, because)


def _chart(
    values: tuple[float | None, ...],
    polarity: Polarity,
    rules: RuleSet,
    stretches: Sequence[Stretch],
    labels: Sequence[str] | None,
) -> Chart:
    if labels is not None and len(labels) != len(values):
        raise ValueError("as many labels as values")
    named = labels or [f"period {place + 1}" for place in range(len(values))]
    signals: list[Signal] = []
    for stretch in stretches:
        if stretch.limits is None or stretch.is_too_short:
            continue
        own = values[stretch.first : stretch.end]
        for rule, (points, side) in found_by(rules, stretch.limits.distances(own), own):
            places = tuple(stretch.first + point for point in points)
            direction = direction_of(side, polarity)
            words = _words(rule, [named[place] for place in places], side > 0, direction)
            signals.append(Signal(rule, places, side > 0, direction, words))
    return Chart(values, polarity, rules, tuple(stretches), tuple(signals))


def _words(rule: Rule, when: Sequence[str], is_above: bool, direction: Direction) -> str:
    side = "above" if is_above else "below"
    span = when[0] if len(when) == 1 else f"{when[0]} to {when[-1]}"
    seen = {
        Rule.OUTSIDE: f"{span} is {side} the limits of what this measure varies by",
        Rule.SHIFT: f"{len(when)} periods in a row, {span}, are {side} the average",
        Rule.TREND: f"{len(when)} periods in a row, {span}, each {'rise' if is_above else 'fall'}",
        Rule.NEAR_LIMIT: f"{len(when)} periods close together, {span}, are far {side} the average",
    }
    meaning = {
        Direction.BETTER: "a change for the better",
        Direction.WORSE: "a change for the worse",
        Direction.NEITHER: "a change",
    }
    return f"{seen[rule][0].upper()}{seen[rule][1:]}: {meaning[direction]}."
