"""How often does a steady series look changed? What theory says of the rules, for known limits.

A page may then say how many steady measures in a hundred would show a signal by chance. The three rules
of zones are one Markov chain, worked out exactly for normal noise; trends are counted among orderings.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from scipy.stats import norm

from goldenthread.analysis.statistics.signal_rules import MAKING_DATA_COUNT, RuleSet

OUTSIDE, FAR, NEAR = 2, 1, 0


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """The chance of at least one signal in a steady series of so many points, by rule and together.

    `zones` is the chance by outside, shift and near-limit together; with trends, the whole lies between
    `at_least` and `at_most`.
    """

    points: int
    outside: float
    shift: float
    trend: float
    zones: float

    @property
    def at_least(self) -> float:
        return max(self.zones, self.trend)

    @property
    def at_most(self) -> float:
        return min(1.0, self.zones + self.trend)


def false_alarms(points: int, rules: RuleSet = MAKING_DATA_COUNT) -> FalseAlarms:
    """The chances for a steady, independent, normal series of `points` points with known limits."""
    return FalseAlarms(
        points,
        1 - _within(3) ** points,
        chance_of_a_run(points, rules.shift),
        0.0 if rules.trend is None else chance_of_a_trend(points, rules.trend),
        chance_by_zones(points, rules),
    )


def _within(sigmas: float) -> float:
    return float(norm.cdf(sigmas) - norm.cdf(-sigmas))


def chance_of_a_run(points: int, length: int) -> float:
    """The chance that a fair coin, thrown `points` times, shows `length` of one side in a row."""
    running = {1: 1.0} if points else {}
    for _ in range(points - 1):
        after: dict[int, float] = defaultdict(float)
        for run, chance in running.items():
            after[1] += chance / 2
            if run + 1 < length:
                after[run + 1] += chance / 2
        running = after
    return 1 - sum(running.values()) if points and length > 1 else float(points > 0)


def chance_of_a_trend(points: int, length: int) -> float:
    """The chance that a random ordering of `points` has `length` in a row that only rise or only fall.

    Orderings are built one point at a time by the rank of the last; a run of steps that grows to
    `length` - 1 drops out.
    """
    if points < length:
        return 0.0
    states: dict[tuple[int, int], float] = {(1, 0): 1.0}
    for count in range(2, points + 1):
        after: dict[tuple[int, int], float] = defaultdict(float)
        for (rank, steps), chance in states.items():
            for new in range(1, count + 1):
                step = 1 if new > rank else -1
                run = steps + step if steps * step >= 0 else step
                if abs(run) < length - 1:
                    after[(new, run)] += chance / count
        states = after
    return 1 - sum(states.values())


def chance_by_zones(points: int, rules: RuleSet) -> float:
    """The chance of a signal by the rules on a point outside, a run on one side, and points near a limit."""
    many, window, sigmas = rules.near
    chances = {
        OUTSIDE: (1 - _within(3)) / 2,
        FAR: (_within(3) - _within(sigmas)) / 2,
        NEAR: _within(sigmas) / 2,
    }
    zones = [(zone, side) for zone, side in product((FAR, NEAR), (1, -1))]
    states: dict[tuple[int, tuple[tuple[int, int], ...]], float] = {(0, ()): 1.0}
    for _ in range(points):
        after: dict[tuple[int, tuple[tuple[int, int], ...]], float] = defaultdict(float)
        for (run, last), chance in states.items():
            for zone, side in zones:
                longer = run + side if run * side >= 0 else side
                seen = (*last, (zone, side))[-window:]
                if abs(longer) < rules.shift and not _is_near_signal(seen, many, rules):
                    after[(longer, seen[1:] if len(seen) == window else seen)] += chance * chances[zone]
        states = after
    return 1 - sum(states.values())


def _is_near_signal(seen: tuple[tuple[int, int], ...], many: int, rules: RuleSet) -> bool:
    if len(seen) < rules.near[1]:
        return False
    for side in (1, -1):
        far = sum(one == (FAR, side) for one in seen)
        one_side = all(point_side == side for _, point_side in seen)
        if far >= many and (one_side or not rules.near_leaves_out_points_outside):
            return True
    return False
