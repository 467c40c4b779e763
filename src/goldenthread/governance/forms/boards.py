"""What is asked about boards, their terms of reference and their seats."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.governance.actions.boards import BoardDetails, SeatDetails
from goldenthread.governance.forms.choices import by_key, one_of, sentences
from goldenthread.governance.models import Board, Seat
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form


class BoardForm(Form):
    """A board or group: what it is, what it is for, where it reports. Given `board`, why it changes."""

    kind = ChoiceField(
        label="What is it?",
        called="what it is",
        choices=sentences(Board.Kind.choices),
        hints={
            "board": "It decides.",
            "group": "It does the work and brings what it cannot solve to a board.",
        },
    )
    name = TextField(label="Name", called="the name", max_length=200)
    purpose = TextAreaField(
        label="What is it for?",
        called="what it is for",
        help_text="In a sentence or two, for a family that reads it.",
        rows=3,
    )
    started_on = DateField(
        label="Since when has it sat? (optional)", called="the day it began", required=False
    )

    def __init__(self, *args: Any, boards: Sequence[Board], board: Board | None = None, **rest: Any) -> None:
        if board is not None:
            rest["initial"] = {
                "kind": board.kind,
                "name": board.name,
                "purpose": board.purpose,
                "started_on": board.started_on,
                "reports_to": str(board.reports_to_id or ""),
            }
        super().__init__(*args, **rest)
        self.boards = by_key(boards)
        if boards:
            self.fields["reports_to"] = one_of(
                self.boards,
                label="Where does it report? (optional)",
                called="where it reports",
                required=False,
                none="To no other board",
            )
        if board is not None:
            self.fields["because"] = TextAreaField(
                label="Why does it change?", called="why it changes", rows=2
            )

    def details(self) -> BoardDetails:
        cleaned = self.cleaned_data
        return BoardDetails(
            kind=Board.Kind(cleaned["kind"]),
            name=cleaned["name"],
            purpose=cleaned["purpose"],
            started_on=cleaned["started_on"],
            reports_to=self.boards.get(cleaned.get("reports_to", "")),
        )


class TermsForm(Form):
    """Another version of the terms of reference."""

    words = TextAreaField(
        label="Terms of reference",
        called="the terms of reference",
        help_text="What the board may and must do, how it decides, how often it meets.",
        rows=14,
    )
    agreed_on = DateField(
        label="When were they agreed?", called="the day they were agreed", today=clock.today
    )
    because = TextAreaField(
        label="What is new in this version?", called="what is new", rows=2, help_text="Or: the first version."
    )


class SeatForm(Form):
    """A seat: who sits there by role and body."""

    kind = ChoiceField(
        label="What kind of seat is it?",
        called="what kind of seat it is",
        choices=sentences(Seat.Kind.choices),
        hints={
            "forum": "Every meeting without the forum says so.",
            "youth": "Every meeting without young people says so.",
        },
    )
    role = TextField(
        label="Which role sits there?",
        called="the role",
        help_text="The role, not a person: for example, director of children’s services.",
        max_length=200,
    )
    from_on = DateField(label="Since when is there such a seat?", called="the day")

    def __init__(self, *args: Any, bodies: Sequence[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.bodies = by_key(bodies)
        self.fields["body"] = one_of(
            self.bodies,
            label="Of which body? (optional)",
            called="the body",
            required=False,
            none="Of none of these",
        )
        self.order_fields(["kind", "role", "body", "from_on"])

    def details(self) -> SeatDetails:
        cleaned = self.cleaned_data
        return SeatDetails(
            kind=Seat.Kind(cleaned["kind"]),
            role=cleaned["role"],
            from_on=cleaned["from_on"],
            body=self.bodies.get(cleaned["body"]),
        )


class GiveSeatForm(Form):
    """Who holds a seat, and from when."""

    holder = TextField(
        label="Who holds it?",
        called="who holds it",
        help_text="A name or a post, as they wish to be named on papers.",
        max_length=200,
    )
    from_on = DateField(label="From when?", called="the day")


class EndForm(Form):
    """An end, and why: of a holder, a seat or a board."""

    until_on = DateField(
        label="From which day on?",
        called="the day",
        help_text="The first day on which it no longer holds.",
    )
    because = TextAreaField(label="Why?", called="why", rows=2)
