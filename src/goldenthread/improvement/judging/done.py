"""Done: did the milestones happen, as someone outside has seen, and against the days first promised?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.improvement.judging.values import State, Test, Verdict
from goldenthread.ui.words import day, listed, plural

NOTHING = "No milestone is promised, so nothing can be seen to be done."
OUTSIDE = "A milestone counts once evidence of it was checked by someone outside the team that met it."


@dataclass(frozen=True, slots=True)
class MilestoneSeen:
    """A milestone as it stands. `is_given_up`: its action was stopped before it was met."""

    id: int
    title: str
    first_promised_on: date
    due_on: date
    times_moved: int
    met_on: date | None
    is_evidenced: bool
    is_given_up: bool = False

    @property
    def counts(self) -> bool:
        """Met, and somebody outside has seen it."""
        return self.met_on is not None and self.is_evidenced

    @property
    def days_late(self) -> int:
        """Days after the day first promised on which it was met; nought before it was, or in time."""
        return max(0, (self.met_on - self.first_promised_on).days) if self.met_on else 0


def done(milestones: Sequence[MilestoneSeen], today: date) -> Verdict:
    """The verdict on Done. Milestones of stopped actions belong to it: stopping does not keep a promise."""
    rests_on = {"milestones": [_kept(one) for one in milestones]}
    if not milestones:
        return Verdict(Test.DONE, State.NO_EVIDENCE, NOTHING, "", rests_on)
    return Verdict(
        Test.DONE, _state(milestones, today), _says(milestones, today), _limit(milestones), rests_on
    )


def _state(milestones: Sequence[MilestoneSeen], today: date) -> State:
    counted = sum(one.counts for one in milestones)
    if counted == len(milestones):
        return State.YES
    if counted:
        return State.NOT_YET
    if any(one.is_given_up or (one.met_on is None and one.first_promised_on < today) for one in milestones):
        return State.NO
    return State.NO_EVIDENCE if any(one.met_on for one in milestones) else State.NOT_KNOWN


def _says(milestones: Sequence[MilestoneSeen], today: date) -> str:
    counted = [one for one in milestones if one.counts]
    if len(counted) == len(milestones):
        every = {1: "The one milestone", 2: "Both milestones"}.get(
            len(counted), f"All {len(counted)} milestones"
        )
        sentences = [f"{every} happened."]
    else:
        sentences = [f"{len(counted)} of {plural(len(milestones), 'milestone')} happened."]
    sentences += [_late(counted), _missing(milestones, today), _unchecked(milestones), _given_up(milestones)]
    return " ".join(one for one in sentences if one)


def _late(counted: Sequence[MilestoneSeen]) -> str:
    late = sorted(one.days_late for one in counted if one.days_late)
    if not late:
        return ""
    if len(late) > 3:
        return f"{len(late)} came later than first promised, by up to {_long(late[-1])}."
    return f"{len(late)} came later than first promised, by {listed([_long(days) for days in late])}."


def _missing(milestones: Sequence[MilestoneSeen], today: date) -> str:
    """What is still to come, and how much of it is past the day first promised."""
    ahead = [one for one in milestones if one.met_on is None and not one.is_given_up]
    late = [one for one in ahead if one.first_promised_on < today]
    if late:
        first = min(late, key=lambda one: one.first_promised_on)
        has = "has" if len(late) == 1 else "have"
        return (
            f"{len(late)} {has} not, and the day first promised is past: "
            f"“{first.title}” was promised for {day(first.first_promised_on)}."
        )
    if ahead and not any(one.met_on for one in milestones):
        first = min(ahead, key=lambda one: one.due_on)
        return f"The first, “{first.title}”, is due on {day(first.due_on)}."
    return ""


def _unchecked(milestones: Sequence[MilestoneSeen]) -> str:
    unseen = sum(one.met_on is not None and not one.is_evidenced for one in milestones)
    if not unseen:
        return ""
    is_are = "is" if unseen == 1 else "are"
    return f"{unseen} {is_are} said to be met, but nobody outside the team has checked that."


def _given_up(milestones: Sequence[MilestoneSeen]) -> str:
    given_up = sum(one.is_given_up for one in milestones)
    return f"{given_up} {'was' if given_up == 1 else 'were'} given up." if given_up else ""


def _limit(milestones: Sequence[MilestoneSeen]) -> str:
    moved = [one for one in milestones if one.times_moved]
    if not moved:
        return OUTSIDE
    first = max(moved, key=lambda one: (one.due_on - one.first_promised_on).days)
    were = "was" if len(moved) == 1 else "were"
    return (
        f"{len(moved)} {were} planned anew; the days first promised are kept. The furthest, “{first.title}”, "
        f"went from {day(first.first_promised_on)} to {day(first.due_on)}. {OUTSIDE}"
    )


def _long(days: int) -> str:
    return plural(days, "day") if days < 14 else plural(round(days / 7), "week")


def _kept(one: MilestoneSeen) -> dict[str, Any]:
    return {
        "id": one.id,
        "first_promised_on": one.first_promised_on.isoformat(),
        "due_on": one.due_on.isoformat(),
        "met_on": one.met_on.isoformat() if one.met_on else None,
        "is_evidenced": one.is_evidenced,
        "is_given_up": one.is_given_up,
    }
