"""Did it change for children alike, or did only the mix of children change? Direct standardisation.

The before and the after of each group are weighed by the same children: those of both times together. Where
all groups fall but the total rises (Simpson's paradox), the standardised change falls.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from scipy.stats import norm

from goldenthread.analysis.statistics.proportions import CONFIDENCE, Interval, difference

Counts = tuple[int, int]
"""So many of so many."""


@dataclass(frozen=True, slots=True)
class Change:
    """A share before and after, each as (numerator, denominator)."""

    before: Counts
    after: Counts

    def difference(self, confidence: float = CONFIDENCE) -> Interval | None:
        """After less before (Newcombe); None where either is of nothing."""
        return difference(self.after, self.before, confidence)

    def sign(self) -> int:
        """1 for a rise beyond chance, -1 for a fall beyond chance, else nought."""
        return sign_of(self.difference())


def sign_of(change: Interval | None) -> int:
    """1 where the whole interval lies above nought, -1 where it lies below, else nought."""
    if change is None:
        return 0
    if change.low is not None and change.low > 0:
        return 1
    return -1 if change.high is not None and change.high < 0 else 0


def together(groups: Mapping[str, Change]) -> Change:
    """The change of all groups put together, whatever their mix."""
    return Change(
        (sum(one.before[0] for one in groups.values()), sum(one.before[1] for one in groups.values())),
        (sum(one.after[0] for one in groups.values()), sum(one.after[1] for one in groups.values())),
    )


def standardised(groups: Mapping[str, Change], confidence: float = CONFIDENCE) -> Interval | None:
    """The change for the same mix of children; None where no group has children both before and after.

    Groups seen at one time only say nothing about change and are left out.
    """
    both = [one for one in groups.values() if one.before[1] and one.after[1]]
    weights = [one.before[1] + one.after[1] for one in both]
    if not both:
        return None
    total = sum(weights)
    estimate = variance = 0.0
    for one, weight in zip(both, weights, strict=True):
        shares = [up / down for up, down in (one.after, one.before)]
        estimate += weight / total * (shares[0] - shares[1])
        variance += (weight / total) ** 2 * (_variance(*one.after) + _variance(*one.before))
    reach = float(norm.ppf((1 + confidence) / 2)) * sqrt(variance)
    return Interval(estimate, estimate - reach, estimate + reach, confidence)


def _variance(numerator: int, denominator: int) -> float:
    """Of a share, with one success and one failure added, so that none or all is not taken for certain."""
    share = (numerator + 1) / (denominator + 2)
    return share * (1 - share) / denominator
