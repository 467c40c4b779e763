"""Which patterns of points count as a signal? Two published sets, and nothing of our own.

The default is the set of NHS England's *Making Data Count*, as its charting tools apply it (NHS-R
Community, NHSRplotthedots 0.2, `ptd_calculate_point_type`). The other is Wheeler's, from *Understanding
Variation* and *Making Sense of Data*. Points are given as distances from the centre in sigmas.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Distances = Sequence[float | None]
"""Distance of each point from the centre line in sigmas; None where the period has no value."""

Found = tuple[tuple[int, ...], int]
"""The points of a signal, and the side: 1 above or rising, -1 below or falling."""


class Rule(StrEnum):
    """What was seen."""

    OUTSIDE = "a point outside the limits"
    SHIFT = "a run on one side of the average"
    TREND = "a run of rises or of falls"
    NEAR_LIMIT = "points near a limit"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A published set of rules. `near` is: so many of so many points beyond so many sigmas, on one side."""

    name: str
    source: str
    shift: int
    trend: int | None
    near: tuple[int, int, float]
    near_leaves_out_points_outside: bool
    screens_ranges: bool
    """Whether moving ranges beyond their own limit are left out once, before limits are drawn."""


MAKING_DATA_COUNT = RuleSet(
    name="Making Data Count",
    source="NHS England, Making Data Count; NHS-R Community, NHSRplotthedots 0.2.2",
    shift=7,
    trend=7,
    near=(2, 3, 2.0),
    near_leaves_out_points_outside=True,
    screens_ranges=True,
)
WHEELER = RuleSet(
    name="Wheeler",
    source="D. J. Wheeler, Making Sense of Data (2003): detection rules one, two and three",
    shift=8,
    trend=None,
    near=(3, 4, 1.5),
    near_leaves_out_points_outside=False,
    screens_ranges=False,
)


def side_of(distance: float | None) -> int:
    """1 above the centre, -1 below, nought on it or without a value."""
    if distance is None or distance == 0:
        return 0
    return 1 if distance > 0 else -1


def outside(distances: Distances) -> list[Found]:
    """Each point beyond three sigmas."""
    return [
        ((place,), side_of(distance))
        for place, distance in enumerate(distances)
        if distance is not None and abs(distance) > 3
    ]


def runs(sides: Sequence[int], length: int) -> list[Found]:
    """Each longest run of at least `length` neighbours on one side. A gap or a nought ends a run."""
    found: list[Found] = []
    start = 0
    for place in range(1, len(sides) + 1):
        if place < len(sides) and sides[place] == sides[start]:
            continue
        if sides[start] != 0 and place - start >= length:
            found.append((tuple(range(start, place)), sides[start]))
        start = place
    return found


def shifts(distances: Distances, length: int) -> list[Found]:
    """Runs of at least `length` points on one side of the centre."""
    return runs([side_of(distance) for distance in distances], length) if distances else []


def trends(values: Distances, length: int) -> list[Found]:
    """Runs of at least `length` points, each above (or each below) the one before it."""
    steps = [
        0 if before is None or after is None else side_of(after - before)
        for before, after in itertools.pairwise(values)
    ]
    if not steps:
        return []
    return [((*points, points[-1] + 1), side) for points, side in runs(steps, length - 1)]


def near_limits(distances: Distances, rules: RuleSet) -> list[Found]:
    """So many of so many neighbours far from the centre on one side, the others on that side as well.

    Wheeler asks nothing of the others; Making Data Count asks that the whole window lies on one side.
    """
    many, window, sigmas = rules.near
    marked: dict[int, int] = {}
    for start in range(len(distances) - window + 1):
        places = range(start, start + window)
        for side in (1, -1):
            far = [place for place in places if _is_far(distances[place], side, sigmas, rules)]
            one_side = all(side_of(distances[place]) == side for place in places)
            if len(far) >= many and (one_side or not rules.near_leaves_out_points_outside):
                marked.update(dict.fromkeys(far, side))
    return _neighbourhoods(marked, window)


def _is_far(distance: float | None, side: int, sigmas: float, rules: RuleSet) -> bool:
    if distance is None or distance * side <= sigmas:
        return False
    return not (rules.near_leaves_out_points_outside and abs(distance) > 3)


def _neighbourhoods(marked: dict[int, int], window: int) -> list[Found]:
    """Marked points put together where they could stand in one window."""
    found: list[Found] = []
    for place in sorted(marked):
        if found and found[-1][1] == marked[place] and place - found[-1][0][-1] < window:
            found[-1] = ((*found[-1][0], place), marked[place])
        else:
            found.append(((place,), marked[place]))
    return found


def found_by(rules: RuleSet, distances: Distances, values: Distances) -> list[tuple[Rule, Found]]:
    """Every signal in points that share one centre, in the order of the rules.

    Trends are looked for in the values themselves: where denominators vary, a rise in sigmas may be none.
    """
    signals = [(Rule.OUTSIDE, found) for found in outside(distances)]
    signals += [(Rule.SHIFT, found) for found in shifts(distances, rules.shift)]
    if rules.trend is not None:
        signals += [(Rule.TREND, found) for found in trends(values, rules.trend)]
    return signals + [(Rule.NEAR_LIMIT, found) for found in near_limits(distances, rules)]
