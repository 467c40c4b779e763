"""Lasting: does it hold for two years after the promise was closed, or did a measure get worse again?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.improvement.judging.values import State, Test, Verdict
from goldenthread.ui.words import day, plural

STARTS = "This starts when the promise is closed, and runs for two years."
UNWATCHED = "The promise is closed, and no measure of it is watched."
WHOLE_YEAR = 12
"""Periods that a watch must have seen before it can say that something lasted."""


@dataclass(frozen=True, slots=True)
class WatchSeen:
    """A watch on one measure of the promise. `adverse` are its signals for the worse in words, oldest first.

    `periods` are those seen since closing; None where the past gives no limits to judge by.
    """

    id: int
    title: str
    began_on: date
    until: date
    periods: int | None
    adverse: tuple[str, ...] = ()


def lasting(closed_on: date | None, watches: Sequence[WatchSeen], today: date) -> Verdict:
    """The verdict on Lasting. `watches` are those of the newest closing, also where it was opened again."""
    rests_on = {
        "closed_on": closed_on.isoformat() if closed_on else None,
        "watches": [
            {"id": one.id, "title": one.title, "periods": one.periods, "adverse": list(one.adverse)}
            for one in watches
        ],
    }
    state, says = _judged(closed_on, watches, today)
    return Verdict(Test.LASTING, state, says, _limit(closed_on, watches), rests_on)


def _judged(closed_on: date | None, watches: Sequence[WatchSeen], today: date) -> tuple[State, str]:
    worse = [one for one in watches if one.adverse]
    if worse:
        first = worse[0]
        again = "" if closed_on else " The promise is open again."
        return State.NO, f"It did not last. {first.title}: {first.adverse[0]}{again}"
    if closed_on is None:
        return State.NOT_KNOWN, STARTS
    if not watches:
        return State.NO_EVIDENCE, UNWATCHED
    blind = [one for one in watches if one.periods is None]
    if len(blind) == len(watches):
        return (
            State.NOT_KNOWN,
            "The time before the closing is too short to judge by, so the watch sees nothing.",
        )
    until = max(one.until for one in watches)
    seen = min(one.periods for one in watches if one.periods is not None)
    if today <= until:
        return State.NOT_YET, (
            f"No signal for the worse since {day(closed_on)} ({plural(seen, 'period')} seen). "
            f"It is watched until {day(until)}."
        )
    if blind or seen < WHOLE_YEAR:
        return State.NOT_KNOWN, f"The two years are over, but too little was seen: {plural(seen, 'period')}."
    return State.YES, f"No signal for the worse in the two years to {day(until)} ({plural(seen, 'period')})."


def _limit(closed_on: date | None, watches: Sequence[WatchSeen]) -> str:
    if closed_on is None or not watches:
        return ""
    blind = [one.title for one in watches if one.periods is None]
    if not blind:
        return "An adverse signal opens the promise again."
    return f"An adverse signal opens the promise again. Nothing can be judged yet of {'; '.join(blind)}."
