"""What is asked about decisions, actions and what is brought to a board."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.governance.actions.decisions import (
    BoardActionDetails,
    DecisionDetails,
    EscalationDetails,
    Saying,
)
from goldenthread.governance.carried import Said
from goldenthread.governance.forms.choices import by_key, one_of
from goldenthread.governance.models import AgendaItem, Board, Decision, Meeting
from goldenthread.improvement.models import Risk
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form
from goldenthread.ui.words import day


def meeting_field(rows: dict[str, Any], *, label: str, none: str) -> ChoiceField:
    """One of several meetings, by day."""
    return ChoiceField(
        label=label,
        called="the meeting",
        choices=[("", none), *((key, day(row.on)) for key, row in rows.items())],
        as_select=True,
        required=False,
    )


class DecisionForm(Form):
    """What was decided, and why."""

    words = TextAreaField(label="What was decided?", called="what was decided", rows=3)
    because = TextAreaField(
        label="Why?", called="why", help_text="The reason that was given at the meeting.", rows=3
    )

    def __init__(
        self, *args: Any, items: Sequence[AgendaItem], earlier: Sequence[Decision], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.items, self.earlier = by_key(items), by_key(earlier)
        self.fields["item"] = one_of(
            self.items, label="On which item? (optional)", called="the item", required=False, none="On none"
        )
        if earlier:
            self.fields["supersedes"] = ChoiceField(
                label="Does it take the place of an earlier decision? (optional)",
                called="the earlier decision",
                choices=[
                    ("", "No"),
                    *((key, f"{day(row.meeting.on)}: {row.words[:90]}") for key, row in self.earlier.items()),
                ],
                as_select=True,
                required=False,
            )
        self.order_fields(["item", "words", "because"])

    def details(self) -> DecisionDetails:
        cleaned = self.cleaned_data
        return DecisionDetails(
            words=cleaned["words"],
            because=cleaned["because"],
            item=self.items.get(cleaned["item"]),
            supersedes=self.earlier.get(cleaned.get("supersedes", "")),
        )


class BoardActionForm(Form):
    """What is to be done, by whom, by when."""

    words = TextAreaField(label="What is to be done?", called="what is to be done", rows=3)
    owner_role = TextField(
        label="Which role answers for it?", called="the role that answers for it", max_length=200
    )
    due_on = DateField(
        label="By which day?", called="the day", help_text="This day is kept; a later one stands beside it."
    )

    def __init__(
        self, *args: Any, items: Sequence[AgendaItem], bodies: Sequence[Organisation], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.items, self.bodies = by_key(items), by_key(bodies)
        self.fields["owner"] = one_of(self.bodies, label="In which body?", called="the body")
        self.fields["item"] = one_of(
            self.items, label="On which item? (optional)", called="the item", required=False, none="On none"
        )
        self.order_fields(["item", "words", "owner_role", "owner", "due_on"])

    def details(self) -> BoardActionDetails:
        cleaned = self.cleaned_data
        return BoardActionDetails(
            words=cleaned["words"],
            owner_role=cleaned["owner_role"],
            owner=self.bodies[cleaned["owner"]],
            due_on=cleaned["due_on"],
            item=self.items.get(cleaned["item"]),
        )


SAYINGS = (
    (Said.PROGRESS.value, "How it goes on"),
    (Said.REPLANNED.value, "It is due on another day"),
    (Said.CLOSED.value, "It is done, or not needed any more"),
)


class SayForm(Form):
    """What is said of an open action."""

    kind = ChoiceField(label="What do you record?", called="what you record", choices=SAYINGS)
    because = TextAreaField(
        label="What is said?", called="what is said", help_text="For a new day or an end, why.", rows=3
    )
    due_on = DateField(
        label="By which day now?",
        called="the new day",
        help_text="Only where it is due on another day.",
        required=False,
    )

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.meetings = by_key(meetings)
        if meetings:
            self.fields["meeting"] = meeting_field(
                self.meetings, label="At which meeting was it said? (optional)", none="Between meetings"
            )

    def clean(self) -> dict[str, Any]:
        """A new day only where the action is due on another day."""
        cleaned: dict[str, Any] = super().clean() or {}
        replanned = cleaned.get("kind") == Said.REPLANNED
        if replanned and not cleaned.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", "Enter the new day")
        if not replanned:
            cleaned["due_on"] = None
        return cleaned

    def saying(self) -> Saying:
        cleaned = self.cleaned_data
        meeting = self.meetings.get(cleaned.get("meeting", ""))
        return Saying(
            Said(cleaned["kind"]),
            meeting.on if meeting else clock.today(),
            cleaned["because"],
            cleaned["due_on"],
            meeting,
        )


class EscalationForm(Form):
    """What cannot be solved below, and what the board is asked for."""

    words = TextAreaField(label="What cannot be solved below the board?", called="what it is", rows=3)
    asked = TextAreaField(label="What is the board asked for?", called="what the board is asked for", rows=3)

    def __init__(self, *args: Any, boards: Sequence[Board], risks: Sequence[Risk], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.boards, self.risks = by_key(boards), by_key(risks)
        self.fields["from_board"] = one_of(
            self.boards,
            label="Which group brings it? (optional)",
            called="the group",
            required=False,
            none="None of these",
        )
        self.fields["risk"] = ChoiceField(
            label="Which risk is it? (optional)",
            called="the risk",
            choices=[
                ("", "None of the risks of the plans"),
                *((key, f"{row.score}: {row.words[:90]}") for key, row in self.risks.items()),
            ],
            as_select=True,
            required=False,
        )
        self.order_fields(["risk", "words", "asked", "from_board"])

    def details(self) -> EscalationDetails:
        cleaned = self.cleaned_data
        return EscalationDetails(
            words=cleaned["words"],
            asked=cleaned["asked"],
            from_board=self.boards.get(cleaned["from_board"]),
            risk=self.risks.get(cleaned["risk"]),
        )


class AnswerForm(Form):
    """What the board answered."""

    words = TextAreaField(label="What does the board answer?", called="the answer", rows=3)
    settles = ChoiceField(
        label="Is it settled with that?",
        called="whether it is settled",
        choices=[("yes", "Yes"), ("no", "No, it comes back")],
    )

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.meetings = by_key(meetings)
        if meetings:
            self.fields["meeting"] = meeting_field(
                self.meetings, label="At which meeting? (optional)", none="Between meetings"
            )

    def chosen(self) -> dict[str, Any]:
        """What `actions.decisions.answer_escalation` takes besides the escalation."""
        cleaned = self.cleaned_data
        return {
            "words": cleaned["words"],
            "settles": cleaned["settles"] == "yes",
            "meeting": self.meetings.get(cleaned.get("meeting", "")),
        }
