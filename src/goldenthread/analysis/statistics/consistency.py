"""Is it the same everywhere? A score that leaders can read, with an interval, and with chance taken out.

The *typical gap* is the difference in percentage points between two places picked at random: the middle one
of all such differences, of the places' underlying figures, not of the counted ones. The score is 100 less
that gap. A hundred is the same everywhere; 88 says that moving house typically changes a child's chance by 12
points. Places vary on the arcsine scale with one variance: its estimate is Paule and Mandel's, its interval
the Q-profile (Viechtbauer 2007, Statistics in Medicine 26: 37-52).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, pi, sin, sqrt

from scipy.optimize import brentq
from scipy.stats import chi2, norm

from goldenthread.analysis.statistics.proportions import CONFIDENCE, Interval

FEWEST_CHILDREN = 5
"""A place with fewer is left out, and named: its figure says next to nothing."""
LARGEST_VARIANCE = (pi / 2) ** 2
"""On the arcsine scale no places can vary by more."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """The score of places from 0 to 100, and the typical gap in percentage points, with intervals."""

    score: Interval
    gap: Interval
    places: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def words(self) -> str:
        """One sentence for the page."""
        low, high = self.gap.low or 0.0, self.gap.high or 0.0
        gap = f"{self.gap.estimate:.0f} points ({low:.0f} to {high:.0f})"
        return f"Two places picked at random typically differ by {gap}, beyond what chance explains."


def consistency(places: Mapping[str, tuple[int, int]], confidence: float = CONFIDENCE) -> Consistency | None:
    """The consistency of a share over places, each as (numerator, denominator).

    None for fewer than two places with enough children. Raises `ValueError` for more than all.
    """
    if any(not 0 <= up <= down for up, down in places.values()):
        raise ValueError("a share is of no more than all")
    used = {name: counts for name, counts in places.items() if counts[1] >= FEWEST_CHILDREN}
    if len(used) < 2:
        return None
    values = [_angle(up, down) for up, down in used.values()]
    variances = [1 / (4 * down + 2) for _, down in used.values()]
    found = variance_between(values, variances, confidence)
    centre = _weighted_mean(values, variances, found.estimate)
    gaps = [100 * _typical_gap(centre, one or 0.0) for one in (found.estimate, found.low, found.high)]
    return Consistency(
        Interval(100 - gaps[0], 100 - gaps[2], 100 - gaps[1], confidence),
        Interval(gaps[0], gaps[1], gaps[2], confidence),
        tuple(used),
        tuple(name for name in places if name not in used),
    )


def variance_between(
    values: Sequence[float],
    variances: Sequence[float],
    confidence: float = CONFIDENCE,
    largest: float = LARGEST_VARIANCE,
) -> Interval:
    """The variance of the true values between units (Paule and Mandel), with its Q-profile interval."""
    free = len(values) - 1
    tail = (1 - confidence) / 2

    def where(level: float) -> float:
        """The variance at which the weighted squares come to `level`; nought or the largest at the ends."""
        if _squares(values, variances, 0.0) <= level:
            return 0.0
        if _squares(values, variances, largest) >= level:
            return largest
        return float(brentq(lambda between: _squares(values, variances, between) - level, 0.0, largest))

    return Interval(
        where(free), where(float(chi2.ppf(1 - tail, free))), where(float(chi2.ppf(tail, free))), confidence
    )


def _weighted_mean(values: Sequence[float], variances: Sequence[float], between: float) -> float:
    weights = [1 / (variance + between) for variance in variances]
    return sum(weight * value for weight, value in zip(weights, values, strict=True)) / sum(weights)


def _squares(values: Sequence[float], variances: Sequence[float], between: float) -> float:
    centre = _weighted_mean(values, variances, between)
    return sum(
        (value - centre) ** 2 / (variance + between)
        for value, variance in zip(values, variances, strict=True)
    )


def _angle(numerator: int, denominator: int) -> float:
    """Anscombe's arcsine of a share: its variance is near 1 / (4n + 2) whatever the share."""
    return asin(sqrt((numerator + 3 / 8) / (denominator + 3 / 4)))


def _typical_gap(centre: float, between: float) -> float:
    """The middle difference of two shares drawn from places with this centre and variance."""
    half = sqrt(2 * between) * float(norm.ppf(0.75)) / 2
    return _share_at(centre + half) - _share_at(centre - half)


def _share_at(angle: float) -> float:
    return sin(min(max(angle, 0.0), pi / 2)) ** 2
