"""What is asked about minutes and the chair's update."""

from collections.abc import Sequence
from typing import Any

from goldenthread.governance.actions.minutes import UpdateItemDetails
from goldenthread.governance.forms.choices import by_key
from goldenthread.governance.models import ChairUpdate, ChairUpdateItem, Meeting, Minutes
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form
from goldenthread.ui.words import day

TO_BOARD = "board"


class MinutesForm(Form):
    """A version of the minutes. Given the newest one, its words stand in the box to be corrected."""

    words = TextAreaField(
        label="Minutes",
        called="the minutes",
        help_text="Leave an empty line between paragraphs. No child is named in them.",
        rows=24,
    )
    who = ChoiceField(
        label="Who reads this version?",
        called="who reads this version",
        choices=[
            ("office", "The chair and the board’s office, until it is ready"),
            (TO_BOARD, "The board, to be corrected and agreed"),
        ],
    )

    def __init__(self, *args: Any, newest: Minutes | None, seen: bool, **rest: Any) -> None:
        if newest is not None:
            rest["initial"] = {"words": newest.words, "who": TO_BOARD if newest.shared else ""}
        super().__init__(*args, **rest)
        if seen:
            self.fields["because"] = TextAreaField(
                label="What did you correct?",
                called="what you corrected",
                help_text="The board has seen a version and reads this beside the new one.",
                rows=2,
            )

    @property
    def shared(self) -> bool:
        return bool(self.cleaned_data["who"] == TO_BOARD)


class RatifyForm(Form):
    """The meeting that agreed the minutes."""

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.meetings = by_key(meetings)
        self.fields["at"] = ChoiceField(
            label="Which meeting agreed them?",
            called="the meeting",
            choices=[(key, day(row.on)) for key, row in self.meetings.items()],
        )

    def at(self) -> Meeting:
        chosen: Meeting = self.meetings[self.cleaned_data["at"]]
        return chosen


class UpdateForm(Form):
    """How the update opens."""

    opening = TextAreaField(
        label="How does your update begin?",
        called="how the update begins",
        help_text="Two or three sentences in plain English, for a family that was not there.",
        rows=5,
    )

    def __init__(self, *args: Any, update: ChairUpdate | None, **rest: Any) -> None:
        if update is not None:
            rest["initial"] = {"opening": update.opening}
        super().__init__(*args, **rest)


class UpdateItemForm(Form):
    """One thing: what was said, what we will do, who by when."""

    about = TextField(
        label="What is it about?",
        called="what it is about",
        help_text="Young people and the forum first.",
        max_length=200,
    )
    said = TextAreaField(label="What was said?", called="what was said", rows=4)
    will_do = TextAreaField(label="What will we do?", called="what we will do", rows=4)
    who = TextField(label="Which role does it?", called="who does it", max_length=200)
    by_when = DateField(label="By when? (optional)", called="the day", required=False)

    def __init__(self, *args: Any, item: ChairUpdateItem | None = None, **rest: Any) -> None:
        if item is not None:
            rest["initial"] = {
                name: getattr(item, name) for name in ("about", "said", "will_do", "who", "by_when")
            }
        super().__init__(*args, **rest)

    def details(self) -> UpdateItemDetails:
        cleaned = self.cleaned_data
        return UpdateItemDetails(
            about=cleaned["about"],
            said=cleaned["said"],
            will_do=cleaned["will_do"],
            who=cleaned["who"],
            by_when=cleaned["by_when"],
        )
