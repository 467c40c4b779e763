"""Which way is better? Each measure says so, and no chart colours a point without knowing."""

from enum import StrEnum


class Polarity(StrEnum):
    """Which direction of a measure is the better one."""

    HIGHER_IS_BETTER = "higher is better"
    LOWER_IS_BETTER = "lower is better"
    NEITHER = "neither direction is better"


class Direction(StrEnum):
    """What a movement means, given the measure's polarity."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "changed"


def direction_of(change: float, polarity: Polarity) -> Direction:
    """What a rise (above nought) or a fall (below nought) means. No change is `NEITHER`."""
    if polarity is Polarity.NEITHER or change == 0:
        return Direction.NEITHER
    rise_is_better = polarity is Polarity.HIGHER_IS_BETTER
    return Direction.BETTER if (change > 0) == rise_is_better else Direction.WORSE
