"""Between which limits does a steady process move? Centre, limits and moving ranges of one stretch.

Values: the XmR chart of Shewhart and Wheeler. Shares of varying denominators: Laney's P′ chart, which is
the XmR chart where all denominators are equal.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

LIMITS_PER_RANGE = 2.66
"""Limits lie so many average moving ranges from the centre: three sigmas, 3 / 1.128."""
RANGE_LIMIT = 3.267
"""The limit of moving ranges, in average moving ranges."""

Values = Sequence[float | None]
Counts = Sequence[int | None]
Ranges = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class NaturalLimits:
    """What a stretch of a series lets expect. `lower` and `upper` have one entry a point.

    `sigmas` is one third of the way from centre to limit, at each point. `ranges` are the moving ranges as
    drawn (for shares: in standardised units); the first of a stretch, and those beside a gap, are None.
    """

    centre: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    sigmas: tuple[float, ...]
    ranges: Ranges
    mean_range: float
    upper_range: float

    def distances(self, values: Values) -> list[float | None]:
        """Distance of each value from the centre in sigmas; where nothing ever varied, endless or none."""
        return [
            None if value is None else _in_sigmas(value - self.centre, sigma)
            for value, sigma in zip(values, self.sigmas, strict=True)
        ]


def _in_sigmas(deviation: float, sigma: float) -> float:
    if abs(deviation) < 1e-12:
        return 0.0
    return deviation / sigma if sigma > 0 else (float("inf") if deviation > 0 else float("-inf"))


def shares(numerators: Counts, denominators: Counts) -> tuple[float | None, ...]:
    """The share of each period; None where there is nothing to share."""
    return tuple(
        None if up is None or not down else up / down
        for up, down in zip(numerators, denominators, strict=True)
    )


def moving_ranges(values: Values) -> Ranges:
    """From each value to the next; None for the first and beside a gap, since only neighbours compare."""
    between = [
        None if before is None or after is None else abs(after - before)
        for before, after in itertools.pairwise(values)
    ]
    return (None, *between) if values else ()


def mean_of_ranges(ranges: Ranges, screened: bool) -> float:
    """The average moving range; screened: once more without those beyond their limit.

    Raises `ValueError` where no two neighbours both have a value.
    """
    known = [one for one in ranges if one is not None]
    if not known:
        raise ValueError("no two neighbouring periods both have a value")
    mean = fmean(known)
    within = [one for one in known if one < RANGE_LIMIT * mean] if screened else known
    return fmean(within) if within else mean


def limits_of_values(values: Values, *, screened: bool) -> NaturalLimits:
    """The XmR limits of a series of values. Raises `ValueError` where there are no two neighbours."""
    ranges = moving_ranges(values)
    mean_range = mean_of_ranges(ranges, screened)
    centre = fmean(value for value in values if value is not None)
    reach = LIMITS_PER_RANGE * mean_range
    every = len(values)
    return NaturalLimits(
        centre,
        (centre - reach,) * every,
        (centre + reach,) * every,
        (reach / 3,) * every,
        ranges,
        mean_range,
        RANGE_LIMIT * mean_range,
    )


def limits_of_shares(numerators: Counts, denominators: Counts, *, screened: bool) -> NaturalLimits:
    """Laney's P′ limits of shares, kept within 0 and 1; a period of no denominator has no value.

    Each share is put in units of its own binomial sigma; the moving range of those says how much more (or
    less) the process moves than chance alone (Laney 2002, *Improved control charts for attributes*).
    Raises `ValueError` where no two neighbouring periods both have a denominator.
    """
    known = [(up, down) for up, down in zip(numerators, denominators, strict=True) if up is not None and down]
    if not known:
        raise ValueError("no period has a denominator")
    centre = sum(up for up, _ in known) / sum(down for _, down in known)
    scores = _in_chance_sigmas(numerators, denominators, centre)
    mean_range = mean_of_ranges(moving_ranges(scores), screened)
    return _around_shares(centre, mean_range, numerators, denominators)


def carried_to(limits: NaturalLimits, values: Values) -> NaturalLimits:
    """Limits of an earlier time over later values: the same centre and sigma (of its last point)."""
    every = len(values)
    sigma = limits.sigmas[-1]
    return NaturalLimits(
        limits.centre,
        (limits.centre - 3 * sigma,) * every,
        (limits.centre + 3 * sigma,) * every,
        (sigma,) * every,
        moving_ranges(values),
        limits.mean_range,
        limits.upper_range,
    )


def carried_to_shares(limits: NaturalLimits, numerators: Counts, denominators: Counts) -> NaturalLimits:
    """P′ limits of an earlier time over later shares, as wide as the later denominators ask."""
    return _around_shares(limits.centre, limits.mean_range, numerators, denominators)


def _in_chance_sigmas(numerators: Counts, denominators: Counts, centre: float) -> list[float | None]:
    spread = centre * (1 - centre)
    return [
        None if value is None or not down else (value - centre) / sqrt(spread / down) if spread else 0.0
        for value, down in zip(shares(numerators, denominators), denominators, strict=True)
    ]


def _around_shares(
    centre: float, mean_range: float, numerators: Counts, denominators: Counts
) -> NaturalLimits:
    spread = centre * (1 - centre)
    sized = [down for down in denominators if down]
    typical = sum(sized) / len(sized) if sized else 1.0
    sigmas = tuple(
        LIMITS_PER_RANGE / 3 * mean_range * sqrt(spread / (down or typical)) for down in denominators
    )
    return NaturalLimits(
        centre,
        tuple(max(0.0, centre - 3 * sigma) for sigma in sigmas),
        tuple(min(1.0, centre + 3 * sigma) for sigma in sigmas),
        sigmas,
        moving_ranges(_in_chance_sigmas(numerators, denominators, centre)),
        mean_range,
        RANGE_LIMIT * mean_range,
    )
