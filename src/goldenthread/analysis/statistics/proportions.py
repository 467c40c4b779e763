"""How sure is a share, a difference, a mean or a percentile? Each with an interval that its numbers allow.

Shares: Wilson's score interval. Differences of shares: Newcombe's hybrid score interval (his method 10).
Both from statsmodels. Medians and percentiles: order statistics, which assume no shape of distribution.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, log, sqrt
from statistics import fmean, stdev

from scipy.stats import binom, norm, t
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate, and the range that would hold the truth so often (`confidence`).

    `low` or `high` is None where the numbers do not bound it.
    """

    estimate: float
    low: float | None
    high: float | None
    confidence: float = CONFIDENCE

    def holds(self, value: float) -> bool:
        """Is `value` within the interval? An open side holds everything on it."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def share(numerator: int, denominator: int, confidence: float = CONFIDENCE) -> Interval | None:
    """The share with Wilson's interval; None of nothing. Raises `ValueError` for more than all."""
    if not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    if denominator == 0:
        return None
    low, high = proportion_confint(numerator, denominator, alpha=1 - confidence, method="wilson")
    return Interval(numerator / denominator, float(low), float(high), confidence)


def difference(
    first: tuple[int, int], second: tuple[int, int], confidence: float = CONFIDENCE
) -> Interval | None:
    """First share less second, each as (numerator, denominator). None where either is of nothing."""
    one, other = share(*first), share(*second)
    if one is None or other is None:
        return None
    low, high = confint_proportions_2indep(
        first[0], first[1], second[0], second[1], method="newcomb", compare="diff", alpha=1 - confidence
    )
    return Interval(one.estimate - other.estimate, float(low), float(high), confidence)


def ratio(first: tuple[int, int], second: tuple[int, int], confidence: float = CONFIDENCE) -> Interval | None:
    """First share over second, with the interval of its logarithm (Katz). None where a count is nought.

    Shares of nothing, or of none, have no ratio that could be bounded.
    """
    if 0 in (*first, *second):
        return None
    estimate = (first[0] / first[1]) / (second[0] / second[1])
    spread = sqrt(1 / first[0] - 1 / first[1] + 1 / second[0] - 1 / second[1])
    reach = float(norm.ppf((1 + confidence) / 2)) * spread
    return Interval(estimate, exp(log(estimate) - reach), exp(log(estimate) + reach), confidence)


def mean(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """The mean with Student's interval; unbounded for a single value, None of none."""
    if not values:
        return None
    centre = fmean(values)
    if len(values) < 2:
        return Interval(centre, None, None, confidence)
    reach = float(t.ppf((1 + confidence) / 2, len(values) - 1)) * stdev(values) / sqrt(len(values))
    return Interval(centre, centre - reach, centre + reach, confidence)


def percentile(values: Sequence[float], fraction: float, confidence: float = CONFIDENCE) -> Interval | None:
    """The value that `fraction` of values do not exceed, between two order statistics; None of none.

    The interval's confidence is at least what is asked; where too few values lie on a side, it is open.
    Raises `ValueError` for a fraction that is not between 0 and 1.
    """
    if not 0 < fraction < 1:
        raise ValueError("a percentile lies between nought and one")
    if not values:
        return None
    ordered = sorted(values)
    count = len(ordered)
    tail = (1 - confidence) / 2
    below = int(binom.ppf(tail, count, fraction))
    above = int(binom.ppf(1 - tail, count, fraction)) + 1
    return Interval(
        _middle(ordered, fraction),
        ordered[below - 1] if below >= 1 else None,
        ordered[above - 1] if above <= count else None,
        confidence,
    )


def median(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """The middle value, between two order statistics; None of none."""
    return percentile(values, 0.5, confidence)


def _middle(ordered: Sequence[float], fraction: float) -> float:
    """The order statistic at `fraction`, or midway between two where it falls between them."""
    at = fraction * len(ordered)
    place = ceil(at) - 1
    if at == int(at) and place + 1 < len(ordered):
        return (ordered[place] + ordered[place + 1]) / 2
    return ordered[place]
