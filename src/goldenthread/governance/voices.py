"""Were families and young people at the table? Said of each meeting where they were not, reviews included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Voice(StrEnum):
    """Whose seats are watched, by the kind of seat."""

    FORUM = "forum"
    YOUTH = "youth"


class Why(StrEnum):
    """Why a voice is missing."""

    NO_SEAT = "no seat"
    NOBODY_HOLDS_IT = "nobody holds it"
    NOBODY_CAME = "nobody came"
    NOT_RECORDED = "not recorded"


NAMES = {Voice.FORUM: "the parent carer forum", Voice.YOUTH: "young people"}


class SeatFact(Protocol):
    """A seat: its kind, when it stood, and whether somebody held it on a day."""

    @property
    def pk(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def from_on(self) -> date: ...
    @property
    def until_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class EmptyVoice:
    """A voice that is missing from a meeting, why, and the sentence that every view of the meeting shows."""

    voice: Voice
    why: Why
    says: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is known of a meeting: its day, whether it was held, and for each seat recorded whether somebody
    sat in it. `held_seats` are those that have a holder on the day. `elsewhere`: its record lies elsewhere,
    so that nothing is claimed of a meeting of which nothing is recorded here."""

    on: date
    was_held: bool
    sat: Mapping[int, bool]
    held_seats: frozenset[int]
    elsewhere: bool = False


def stands_on(seat: SeatFact, day: date) -> bool:
    """Whether the board has this seat on a day."""
    return seat.from_on <= day and (seat.until_on is None or day < seat.until_on)


def empty_voices(meeting: MeetingFacts, seats: Sequence[SeatFact]) -> list[EmptyVoice]:
    """The voices that are missing from a meeting, the forum's first. Not for cancelled meetings."""
    found = []
    for voice in Voice:
        theirs = [seat.pk for seat in seats if seat.kind == voice and stands_on(seat, meeting.on)]
        why = _why_empty(meeting, theirs)
        if why is not None:
            found.append(EmptyVoice(voice, why, _says(voice, why, was_held=meeting.was_held)))
    return found


def _why_empty(meeting: MeetingFacts, seats: Sequence[int]) -> Why | None:
    """One seat that is filled is enough for a voice to be there."""
    if meeting.was_held and meeting.elsewhere and not meeting.sat:
        return Why.NOT_RECORDED
    if not seats:
        return Why.NO_SEAT
    nobody_holds = not any(seat in meeting.held_seats for seat in seats)
    if not meeting.was_held:
        return Why.NOBODY_HOLDS_IT if nobody_holds else None
    if any(meeting.sat.get(seat, False) for seat in seats):
        return None
    if nobody_holds:
        return Why.NOBODY_HOLDS_IT
    return Why.NOBODY_CAME if any(seat in meeting.sat for seat in seats) else Why.NOT_RECORDED


def _says(voice: Voice, why: Why, *, was_held: bool) -> str:
    name = NAMES[voice]
    if why is Why.NO_SEAT:
        return f"This meeting {'had' if was_held else 'has'} no seat for {name}."
    if why is Why.NOBODY_CAME:
        return f"The seat of {name} was empty: nobody came."
    if why is Why.NOT_RECORDED:
        return f"It is not recorded here whether {name} sat at this meeting."
    if was_held:
        return f"The seat of {name} was empty: nobody held it."
    return f"The seat of {name} is empty: nobody holds it."
