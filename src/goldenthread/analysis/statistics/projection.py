"""Where will a series be so many periods on? A range that was tried on the series' own past first.

Two plain ways to go on are tried: it stays as in the last half year, or it goes on as it moved in the last
year (Theil and Sen's slope). From every earlier point of the series each is asked for the value so many
periods later; the one that erred less is used, and its errors give the range (split conformal: with errors
that change places freely the range holds so often). Nothing is said where the past allows too few tries.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, inf
from statistics import fmean

from scipy.stats import theilslopes

CONFIDENCE = 0.8
"""A wider range would need more tries than a service that improves has months."""
FEWEST_SEEN = 12
"""So many values are seen before the first try."""
FEWEST_TRIES = 8
HALF_A_YEAR, A_YEAR = 6, 12


class Way(StrEnum):
    """How the series is taken to go on."""

    STAYS = "stays as in the last half year"
    GOES_ON = "goes on as it moved in the last year"


@dataclass(frozen=True, slots=True)
class Projection:
    """The value so many periods on, with its range, and how the range fared on the past of the series."""

    estimate: float
    low: float
    high: float
    ahead: int
    way: Way
    tries: int
    held: int
    """In how many tries the range drawn from the other tries held the truth."""


@dataclass(frozen=True, slots=True)
class TooFewPeriods:
    """Nothing may be said: so many periods are there, so many are needed for so far a look ahead."""

    there: int
    needed: int


def project(
    values: Sequence[float], ahead: int, *, lowest: float = -inf, highest: float = inf
) -> Projection | TooFewPeriods:
    """The projection of a series of equal periods, oldest first; kept between `lowest` and `highest`.

    Raises `ValueError` for looking at what has happened already.
    """
    if ahead < 1:
        raise ValueError("a projection looks ahead")
    needed = FEWEST_SEEN + ahead + FEWEST_TRIES - 1
    if len(values) < needed:
        return TooFewPeriods(len(values), needed)
    errors = {way: _errors(values, ahead, go_on) for way, go_on in WAYS.items()}
    way = min(errors, key=lambda one: fmean(abs(error) for error in errors[one]))
    sizes = [abs(error) for error in errors[way]]
    reach = _reach(sizes)
    held = sum(size <= _reach(sizes[:place] + sizes[place + 1 :]) for place, size in enumerate(sizes))

    def within(value: float) -> float:
        return min(max(value, lowest), highest)

    estimate = within(WAYS[way](values, ahead))
    return Projection(
        estimate, within(estimate - reach), within(estimate + reach), ahead, way, len(sizes), held
    )


def _errors(
    values: Sequence[float], ahead: int, go_on: Callable[[Sequence[float], int], float]
) -> list[float]:
    """What came less what had been said, at every point from which the past can be asked."""
    seen = range(FEWEST_SEEN, len(values) - ahead + 1)
    return [values[count + ahead - 1] - go_on(values[:count], ahead) for count in seen]


def _reach(sizes: Sequence[float]) -> float:
    """The error that is not exceeded so often, with room for one more try."""
    place = ceil((len(sizes) + 1) * CONFIDENCE)
    return sorted(sizes)[min(place, len(sizes)) - 1]


def _stays(values: Sequence[float], ahead: int) -> float:
    return fmean(values[-HALF_A_YEAR:])


def _goes_on(values: Sequence[float], ahead: int) -> float:
    """The middle of the last half year lies half a half year back, so the slope runs from there."""
    slope = float(theilslopes(values[-A_YEAR:])[0])
    return _stays(values, ahead) + slope * (ahead + (HALF_A_YEAR - 1) / 2)


WAYS: dict[Way, Callable[[Sequence[float], int], float]] = {Way.STAYS: _stays, Way.GOES_ON: _goes_on}
