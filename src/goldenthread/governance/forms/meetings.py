"""What is asked about meetings: when, who came, which interests were declared."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.governance.actions.meetings import MeetingDetails
from goldenthread.governance.forms.choices import by_key, one_of, sentences
from goldenthread.governance.models import AgendaItem, Attendance, Conflict, Meeting, Seat
from goldenthread.governance.queries.meetings import SeatAt
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form

CLOCK = re.compile(r"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\s*(?P<half>am|pm)?", re.IGNORECASE)
NOT_RECORDED = "not recorded"


def time_typed(typed: str) -> time | None:
    """10:00, 10.30, 2pm or 14; None where nothing was typed. Raises `ValidationError`."""
    if not typed.strip():
        return None
    found = CLOCK.fullmatch(typed.strip())
    hour = int(found["hour"]) if found else 99
    if found and found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0) if 1 <= hour <= 12 else 99
    if not found or hour > 23:
        raise ValidationError("The time must be like 10:00 or 2:30pm")
    return time(hour, int(found["minute"] or 0))


class WhenForm(Form):
    """Day, hours and place of a meeting."""

    on = DateField(label="On which day?", called="the day")
    starts_at = TextField(
        label="When does it start? (optional)",
        called="the start",
        help_text="For example, 10:00",
        width="10",
        required=False,
    )
    ends_at = TextField(label="When does it end? (optional)", called="the end", width="10", required=False)
    place = TextField(label="Where? (optional)", called="the place", max_length=200, required=False)

    def clean_starts_at(self) -> time | None:
        return time_typed(self.cleaned_data["starts_at"])

    def clean_ends_at(self) -> time | None:
        return time_typed(self.cleaned_data["ends_at"])

    def clean(self) -> dict[str, Any]:
        """It ends after it starts."""
        cleaned: dict[str, Any] = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if ends and not starts:
            self.add_error("starts_at", "Enter when it starts, or leave out when it ends")
        elif starts and ends and ends <= starts:
            self.add_error("ends_at", "The end must be after the start")
        return cleaned

    def details(self) -> MeetingDetails:
        cleaned = self.cleaned_data
        return MeetingDetails(
            on=cleaned["on"],
            starts_at=cleaned["starts_at"],
            ends_at=cleaned["ends_at"],
            place=cleaned["place"],
        )


class CallMeetingForm(WhenForm):
    """A meeting of the board, or a review of the partnership by an outside body."""

    title = TextField(
        label="What is it called? (optional)",
        called="what it is called",
        help_text="Only where it has a name of its own, such as: Second six-month review.",
        max_length=200,
        required=False,
    )
    record_elsewhere = TextField(
        label="Where is its record? (optional)",
        called="where its record is",
        help_text="For a meeting of the past whose papers are not kept here: an address or a file.",
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, bodies: Sequence[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.bodies = by_key(bodies)
        self.fields["with_body"] = one_of(
            self.bodies,
            label="Is it a review by an outside body? (optional)",
            called="who reviews",
            required=False,
            none="No, the board meets",
        )

    def details(self) -> MeetingDetails:
        cleaned = self.cleaned_data
        return MeetingDetails(
            on=cleaned["on"],
            starts_at=cleaned["starts_at"],
            ends_at=cleaned["ends_at"],
            place=cleaned["place"],
            title=cleaned["title"],
            with_body=self.bodies.get(cleaned["with_body"]),
            record_elsewhere=cleaned["record_elsewhere"],
        )


class MoveMeetingForm(WhenForm):
    """Another day, hour or place, and why."""

    because = TextAreaField(label="Why does it move?", called="why it moves", rows=2)

    def __init__(self, *args: Any, meeting: Meeting, **rest: Any) -> None:
        rest["initial"] = {
            "on": meeting.on,
            "starts_at": f"{meeting.starts_at:%H:%M}" if meeting.starts_at else "",
            "ends_at": f"{meeting.ends_at:%H:%M}" if meeting.ends_at else "",
            "place": meeting.place,
        }
        super().__init__(*args, **rest)


class BecauseForm(Form):
    """Why."""

    because = TextAreaField(label="Why?", called="why", rows=3)


class AttendanceForm(Form):
    """What became of each seat."""

    def __init__(self, *args: Any, seats: Sequence[SeatAt], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.seats = {f"seat-{one.seat.row.pk}": one.seat.row for one in seats}
        for one in seats:
            row = one.seat.row
            self.fields[f"seat-{row.pk}"] = ChoiceField(
                label=row.role,
                called=f"what became of the seat of {row.role}",
                choices=[*sentences(Attendance.How.choices), (NOT_RECORDED, "Not recorded")],
                initial=one.attendance.how if one.attendance else NOT_RECORDED,
                help_text=f"Held by {one.holder}" if one.holder else "Nobody holds this seat on that day",
            )

    def came(self) -> Mapping[Seat, Attendance.How]:
        """The seats of which something is recorded."""
        said = {seat: self.cleaned_data[name] for name, seat in self.seats.items()}
        return {seat: Attendance.How(how) for seat, how in said.items() if how != NOT_RECORDED}


class ConflictForm(Form):
    """An interest that someone declared."""

    words = TextAreaField(label="Which interest was declared?", called="the interest", rows=3)
    done = ChoiceField(
        label="What was done about it?", called="what was done", choices=sentences(Conflict.Done.choices)
    )

    def __init__(self, *args: Any, seats: Sequence[SeatAt], items: Sequence[AgendaItem], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.seats, self.items = by_key([one.seat.row for one in seats]), by_key(items)
        self.fields["seat"] = one_of(self.seats, label="Whose interest?", called="whose interest it is")
        self.fields["item"] = one_of(
            self.items,
            label="On which item? (optional)",
            called="the item",
            required=False,
            none="On the whole meeting",
        )
        self.order_fields(["seat", "item", "words", "done"])

    def chosen(self) -> dict[str, Any]:
        """What `actions.meetings.declare_conflict` takes besides the meeting."""
        cleaned = self.cleaned_data
        return {
            "seat": self.seats[cleaned["seat"]],
            "item": self.items.get(cleaned["item"]),
            "words": cleaned["words"],
            "done": Conflict.Done(cleaned["done"]),
        }
