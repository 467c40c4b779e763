"""A seat with those who held it, and who was missing from a meeting whose seats are at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.governance.models import Meeting, Seat, SeatHolding
from goldenthread.governance.voices import EmptyVoice, MeetingFacts, empty_voices, stands_on


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat with everyone who held it, newest first."""

    row: Seat
    holdings: Sequence[SeatHolding]

    def holder_on(self, day: date) -> SeatHolding | None:
        """Whose seat it is on a day; None where it is empty."""
        return next((one for one in self.holdings if one.holds_on(day)), None)

    def stands_on(self, day: date) -> bool:
        return stands_on(self.row, day)


def voices_missing(
    meeting: Meeting, seats: Sequence[HeldSeat], *, sat: Mapping[int, bool]
) -> list[EmptyVoice]:
    """The voices missing from one meeting, whose seats and attendance are at hand."""
    if meeting.is_cancelled:
        return []
    held = frozenset(one.row.pk for one in seats if one.holder_on(meeting.on))
    facts = MeetingFacts(meeting.on, meeting.is_held, sat, held, bool(meeting.record_elsewhere))
    return empty_voices(facts, [one.row for one in seats])
