"""How far are the minutes of a meeting? One sentence, which boards, packs and the public page all show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.ui.words import day


class MinutesState(StrEnum):
    """From nothing to agreed."""

    NONE_YET = "none yet"
    """The meeting is still to come."""
    NEVER = "never"
    """The meeting was cancelled."""
    ELSEWHERE = "elsewhere"
    """The record lies where it was published before this service kept it."""
    NOT_WRITTEN = "not written"
    DRAFT = "draft"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class MinutesStanding:
    """The state, and the sentence that says it."""

    state: MinutesState
    says: str


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What is known: whether the meeting was held or cancelled, whether a version is written, when it was
    agreed, on which day it can be (None where no later meeting is planned), and where its record lies."""

    was_held: bool
    was_cancelled: bool = False
    written: bool = False
    agreed_on: date | None = None
    next_on: date | None = None
    elsewhere: str = ""


def minutes_standing(facts: MinutesFacts) -> MinutesStanding:
    """Where the minutes of a meeting stand."""
    if facts.was_cancelled:
        return MinutesStanding(MinutesState.NEVER, "There are no minutes: the meeting was cancelled.")
    if not facts.was_held:
        return MinutesStanding(MinutesState.NONE_YET, "The meeting is still to come.")
    if facts.agreed_on:
        return MinutesStanding(MinutesState.AGREED, f"Minutes, agreed on {day(facts.agreed_on)}")
    if not facts.written and facts.elsewhere:
        return MinutesStanding(MinutesState.ELSEWHERE, "The record of this meeting is not kept here.")
    when = f"on {day(facts.next_on)}" if facts.next_on else "at the next meeting, whose day is not set yet"
    if facts.written:
        return MinutesStanding(MinutesState.DRAFT, f"Draft minutes, to be agreed {when}")
    return MinutesStanding(MinutesState.NOT_WRITTEN, f"Minutes are not written yet; to be agreed {when}")
