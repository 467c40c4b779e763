"""Which places differ from the rest by more than chance, given how many children each has?

Control limits about the common figure, by size: exact for shares (binomial) and rates (Poisson), with
Spiegelhalter's interpolation so that they do not jump; wider where places vary by more than chance.
Spiegelhalter 2005, *Funnel plots for comparing institutional performance*, Statistics in Medicine 24.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, pi, sin, sqrt

from scipy.stats import binom, norm, poisson

from goldenthread.analysis.statistics.multiplicity import Comparisons, compared
from goldenthread.analysis.statistics.overdispersion import Overdispersion, overdispersion

TAILS = (0.025, 0.001)
"""The chance beyond a limit on each side: 95% and 99.8% limits."""

FEWEST_TO_ALLOW = 10
"""With fewer places, limits allow for chance only unless asked otherwise."""


class Allowance(StrEnum):
    """What limits allow for besides chance."""

    CHANCE_ONLY = "chance only"
    MULTIPLICATIVE = "one factor for all (multiplicative)"
    ADDITIVE = "a variance between places (additive)"


class Place(StrEnum):
    """Where a unit stands once all comparisons are allowed for."""

    AS_EXPECTED = "as expected"
    HIGHER = "higher than chance explains"
    LOWER = "lower than chance explains"


@dataclass(frozen=True, slots=True)
class Unit:
    """A place or group: what was counted, of how many (children for a share, exposure for a rate)."""

    name: str
    numerator: float
    denominator: float


@dataclass(frozen=True, slots=True)
class Mean:
    """A place or group with a mean of so many values and their standard deviation."""

    name: str
    value: float
    deviation: float
    count: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Lower and upper limit at one size, for a tail on each side."""

    tail: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit in the funnel: its figure, score, p value and limits (widest last)."""

    name: str
    value: float
    size: float
    score: float
    adjusted_p: float
    place: Place
    limits: tuple[Limits, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """A funnel plot: its centre, units in the order given, those left out, and how luck was allowed for."""

    target: float
    allowance: Allowance
    overdispersion: Overdispersion
    units: tuple[Standing, ...]
    left_out: tuple[str, ...]
    comparisons: Comparisons
    limits_at: Callable[[float], tuple[Limits, ...]]

    @property
    def words(self) -> str:
        """What the funnel shows, in two sentences."""
        apart = [unit.name for unit in self.units if unit.place is not Place.AS_EXPECTED]
        if apart:
            shown = f"Different from the rest by more than chance: {', '.join(apart)}."
        else:
            shown = "No place differs from the rest by more than chance."
        return f"{shown} {self.comparisons.words}"


@dataclass(frozen=True, slots=True)
class _Family:
    """A scale on which a unit's variance depends on its size alone, and the exact chances on it."""

    onto: Callable[[float], float]
    back: Callable[[float], float]
    error: Callable[[float], float]
    below: Callable[[float, float], float] | None
    """The chance of at most so many at this size, where counts are exact."""
    ceiling: float


def funnel_of_shares(
    units: Sequence[Unit], target: float | None = None, allowance: Allowance | None = None
) -> Funnel:
    """The funnel of shares. Without an allowance: additive where ten or more vary by more than chance.

    Raises `ValueError` for more than all.
    """
    if any(not 0 <= unit.numerator <= unit.denominator for unit in units):
        raise ValueError("a share is of no more than all")
    centre = _pooled(units) if target is None else target
    family = _Family(
        onto=lambda share: asin(sqrt(share)),
        back=lambda angle: sin(min(max(angle, 0.0), pi / 2)) ** 2,
        error=lambda size: 1 / (2 * sqrt(size)),
        below=lambda count, size: float(binom.cdf(count, round(size), centre)),
        ceiling=1.0,
    )
    return _funnel(units, centre, family, allowance)


def funnel_of_rates(
    units: Sequence[Unit], target: float | None = None, allowance: Allowance | None = None
) -> Funnel:
    """The funnel of events by exposure (children, or children times years)."""
    centre = _pooled(units) if target is None else target
    family = _Family(
        onto=sqrt,
        back=lambda root: max(root, 0.0) ** 2,
        error=lambda size: 1 / (2 * sqrt(size)),
        below=lambda count, size: float(poisson.cdf(count, centre * size)),
        ceiling=float("inf"),
    )
    return _funnel(units, centre, family, allowance)


def funnel_of_means(
    units: Sequence[Mean], target: float | None = None, allowance: Allowance | None = None
) -> Funnel:
    """The funnel of means, such as days waited. The spread within units is pooled over all of them."""
    sized = [unit for unit in units if unit.count > 0]
    total = sum(unit.count for unit in sized)
    centre = target if target is not None else sum(one.value * one.count for one in sized) / max(total, 1)
    within = sum((one.count - 1) * one.deviation**2 for one in sized) / max(total - len(sized), 1)
    family = _Family(
        onto=lambda value: value,
        back=lambda value: value,
        error=lambda size: sqrt(within / size),
        below=None,
        ceiling=float("inf"),
    )
    counted = [Unit(unit.name, unit.value * unit.count, unit.count) for unit in units]
    return _funnel(counted, centre, family, allowance if within else Allowance.CHANCE_ONLY)


def _pooled(units: Sequence[Unit]) -> float:
    total = sum(unit.denominator for unit in units)
    return sum(unit.numerator for unit in units) / total if total else 0.0


def _funnel(units: Sequence[Unit], target: float, family: _Family, allowance: Allowance | None) -> Funnel:
    sized = [unit for unit in units if unit.denominator > 0]
    errors = [family.error(unit.denominator) for unit in sized]
    values = [unit.numerator / unit.denominator for unit in sized]
    centre = family.onto(target)
    varying = all(error > 0 for error in errors) and 0 < target < family.ceiling
    found = (
        overdispersion([family.onto(value) for value in values], errors, centre)
        if varying
        else Overdispersion(1.0, 0.0, False)
    )
    chosen = allowance or _allowance(found, len(sized))
    scores = [
        _score(family.onto(value) - centre, error, chosen, found)
        for value, error in zip(values, errors, strict=True)
    ]
    chances = [_chance(unit, score, family, chosen) for unit, score in zip(sized, scores, strict=True)]
    comparisons = compared(chances)

    def limits_at(size: float) -> tuple[Limits, ...]:
        return tuple(_limits(tail, size, target, family, (chosen, found)) for tail in TAILS)

    standings = tuple(
        Standing(
            unit.name,
            value,
            unit.denominator,
            score,
            adjusted,
            _place(value - target, is_more),
            limits_at(unit.denominator),
        )
        for unit, value, score, adjusted, is_more in zip(
            sized, values, scores, comparisons.adjusted, comparisons.more_than_chance, strict=True
        )
    )
    left_out = tuple(unit.name for unit in units if unit.denominator <= 0)
    return Funnel(target, chosen, found, standings, left_out, comparisons, limits_at)


def _allowance(found: Overdispersion, many: int) -> Allowance:
    """Of few places none can tell how all vary: one outlier would widen the limits and hide behind them."""
    is_clear = found.is_more_than_chance and many >= FEWEST_TO_ALLOW
    return Allowance.ADDITIVE if is_clear else Allowance.CHANCE_ONLY


def _wider(error: float, allowance: Allowance, found: Overdispersion) -> float:
    """A unit's standard error with what is allowed for besides chance; never less than chance."""
    if allowance is Allowance.MULTIPLICATIVE:
        return error * sqrt(max(1.0, found.phi))
    return sqrt(error**2 + found.between) if allowance is Allowance.ADDITIVE else error


def _score(distance: float, error: float, allowance: Allowance, found: Overdispersion) -> float:
    wide = _wider(error, allowance, found)
    return distance / wide if wide else 0.0


def _chance(unit: Unit, score: float, family: _Family, allowance: Allowance) -> float:
    """The p value: exact (both tails, the middle halved) by chance alone, else from the score."""
    if allowance is not Allowance.CHANCE_ONLY or family.below is None:
        return float(2 * norm.sf(abs(score)))
    at_most = family.below(unit.numerator, unit.denominator)
    less = family.below(unit.numerator - 1, unit.denominator)
    middle = (at_most + less) / 2
    return min(1.0, 2 * min(middle, 1 - middle))


def _place(difference: float, is_more_than_chance: bool) -> Place:
    if not is_more_than_chance:
        return Place.AS_EXPECTED
    return Place.HIGHER if difference > 0 else Place.LOWER


def _limits(
    tail: float, size: float, target: float, family: _Family, allowed: tuple[Allowance, Overdispersion]
) -> Limits:
    if allowed[0] is Allowance.CHANCE_ONLY and family.below is not None:
        return Limits(
            tail,
            _exact(tail, size, family.below) / size,
            min(family.ceiling, _exact(1 - tail, size, family.below) / size),
        )
    reach = float(norm.ppf(1 - tail)) * _wider(family.error(size), *allowed)
    centre = family.onto(target)
    return Limits(tail, family.back(centre - reach), family.back(centre + reach))


def _exact(chance: float, size: float, below: Callable[[float, float], float]) -> float:
    """The count at which a discrete distribution reaches `chance`, interpolated (Spiegelhalter, A.1.1)."""
    low, high = -1, 1
    while below(high, size) < chance:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if below(middle, size) >= chance else (middle, high)
    reached, before = below(high, size), below(high - 1, size)
    return max(0.0, high - (reached - chance) / (reached - before))
