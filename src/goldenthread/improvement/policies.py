"""What can judge a promise, and what cannot?"""

from goldenthread.analysis.catalogue import Counted, Direction, Measure


def cannot_judge(measure: Measure) -> str:
    """Why a measure cannot judge a promise, as a sentence; empty where it can."""
    if measure.direction is Direction.NEITHER:
        return f"Neither direction of “{measure.title}” is better, so it cannot show that a promise is kept."
    if measure.counted is Counted.AS_AT_DAY:
        return f"“{measure.title}” is known for one day only, so nothing can be said of its change."
    return ""
