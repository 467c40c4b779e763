"""What share has come to each end by each day, when some are still waiting and others ended otherwise?

The estimator of Aalen and Johansen. Estimates come from statsmodels: `CumIncidenceRight` where everybody is
followed from the start, and the risk sets of `SurvfuncRight` where some are seen only from a later day on
(left truncation, which `CumIncidenceRight` does not know). Standard errors are those of the delta method
(Marubini and Valsecchi 1995, 10.3), which statsmodels uses too; ours also stand where the last one at risk
has an event, where its own are not a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from goldenthread.analysis.statistics.proportions import CONFIDENCE, Interval

Floats = NDArray[np.float64]
Whole = NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Incidence:
    """Cumulative incidence by outcome at each day on which somebody ended or was last watched.

    `shares[k]` and `errors[k]` belong to outcome `k`. `at_risk` is how many were still waiting, and watched,
    just before each day; `waiting` is the share that had not ended before it.
    """

    days: Floats
    at_risk: Floats
    waiting: Floats
    shares: tuple[Floats, ...]
    errors: tuple[Floats, ...]

    def stands_for(self) -> Floats:
        """How large a group watched to the end would be as informative, at each day.

        It is the whole group while nobody has been lost from sight, and shrinks as more are.
        """
        endless = np.full(len(self.days), np.inf)
        np.divide(self.at_risk, self.waiting, out=endless, where=self.waiting > 1e-12)
        return endless


def cumulative_incidence(
    days: Sequence[float], outcomes: Sequence[int], count: int, entered: Sequence[float] | None = None
) -> Incidence:
    """Incidence of outcomes 1 to `count`; outcome 0 is still waiting on its day.

    `entered` gives the day from after which each was watched; below nought is from the start. Each must have
    entered before its day. Raises `ValueError` for nobody, or for one who entered too late.
    """
    if not len(days):
        raise ValueError("nobody was watched")
    time = np.asarray(days, dtype=float)
    kind = np.asarray(outcomes, dtype=int)
    entry = np.full(len(time), -1.0) if entered is None else np.asarray(entered, dtype=float)
    if (entry >= time).any():
        raise ValueError("one entered after their own end")
    steps = np.unique(time)
    at_risk = _at_risk(time, entry, steps)
    events = np.array(
        [
            np.bincount(np.searchsorted(steps, time[kind == k]), minlength=len(steps))
            for k in range(1, count + 1)
        ]
    )
    every = events.sum(axis=0)
    waiting = np.concatenate([[1.0], np.cumprod(1 - every / at_risk)[:-1]])
    if entered is None:
        shares = _followed_from_the_start(time, kind, count)
    else:
        shares = _seen_from_later(time, kind, entry, steps, events / at_risk)
    errors = [_error(share, at_risk, own, every) for share, own in zip(shares, events, strict=True)]
    return Incidence(steps, at_risk, waiting, tuple(shares), tuple(errors))


def _at_risk(time: Floats, entry: Floats, steps: Floats) -> Floats:
    """How many had entered, and not ended, just before each step."""
    begun = np.searchsorted(np.sort(entry), steps, side="left")
    ended = np.searchsorted(np.sort(time), steps, side="left")
    return np.asarray(begun - ended, dtype=float)


def _followed_from_the_start(time: Floats, kind: Whole, count: int) -> list[Floats]:
    if not kind.any():
        return [np.zeros(len(np.unique(time))) for _ in range(count)]
    with np.errstate(divide="ignore", invalid="ignore"):
        found = [np.asarray(share, dtype=float) for share in CumIncidenceRight(time, kind).cinc]
    return [*found, *(np.zeros(len(found[0])) for _ in range(count - len(found)))]


def _seen_from_later(
    time: Floats, kind: Whole, entry: Floats, steps: Floats, hazards: Floats
) -> list[Floats]:
    if not kind.any():
        return [np.zeros(len(steps)) for _ in hazards]
    with np.errstate(divide="ignore", invalid="ignore"):
        fitted = SurvfuncRight(time, (kind > 0).astype(int), entry=entry)
    after = np.concatenate([[1.0], np.asarray(fitted.surv_prob, dtype=float)])
    before = after[np.searchsorted(fitted.surv_times, steps, side="left")]
    return [np.cumsum(before * hazard) for hazard in hazards]


def _error(share: Floats, at_risk: Floats, own: Whole, every: Whole) -> Floats:
    """Standard error of a cumulative incidence at each step, by the delta method."""
    left = at_risk - every
    hazard = np.divide(every, at_risk * left, out=np.zeros(len(share)), where=left > 0)
    waiting = np.concatenate([[1.0], np.cumprod(1 - every / at_risk)[:-1]])
    scaled = waiting / at_risk
    first = share**2 * np.cumsum(hazard) - 2 * share * np.cumsum(share * hazard)
    first = first + np.cumsum(share**2 * hazard)
    second = np.cumsum(scaled**2 * (at_risk - own) * own / at_risk)
    mixed = scaled * own / at_risk
    third = -2 * share * np.cumsum(mixed) + 2 * np.cumsum(share * mixed)
    return np.asarray(np.sqrt(np.maximum(first + second + third, 0.0)), dtype=float)


def interval(share: float, error: float, at_risk: float, confidence: float = CONFIDENCE) -> Interval:
    """The interval of one cumulative incidence on the log-minus-log scale (Pintilie 2006, section 4.3).

    At nought and at one that scale ends; there the bound is the exact one for none, or all, of `at_risk`.
    """
    tail = (1 - confidence) / 2
    if share <= 0:
        return Interval(0.0, 0.0, 1 - tail ** (1 / at_risk) if at_risk else None, confidence)
    if share >= 1 - 1e-12:
        return Interval(1.0, tail ** (1 / at_risk) if at_risk else None, 1.0, confidence)
    reach = float(norm.ppf(1 - tail)) * error / (share * log(share))
    low, high = sorted((share ** exp(reach), share ** exp(-reach)))
    return Interval(share, low, high, confidence)
