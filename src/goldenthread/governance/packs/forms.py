"""Which pack is to be made, and for which meeting?"""

from collections.abc import Sequence
from typing import Any

from django import forms

from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.kind import PackKind
from goldenthread.ui.fields import ChoiceField
from goldenthread.ui.forms import Form
from goldenthread.ui.words import day


class WhichMeetingForm(forms.Form):
    """The meeting that an address names, if it names one."""

    meeting = forms.IntegerField(min_value=1, required=False)

    def number(self) -> int | None:
        return self.cleaned_data["meeting"] if self.is_valid() else None


class MakePackForm(Form):
    """A kind of pack, and a meeting where it is for one."""

    def __init__(
        self, *args: Any, kinds: Sequence[PackKind], meetings: Sequence[Meeting], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self._meetings = {str(row.pk): row for row in meetings}
        self.fields["kind"] = ChoiceField(
            label="Which pack?",
            called="which pack",
            choices=[(one.name, one.title) for one in kinds],
        )
        self.fields["meeting"] = ChoiceField(
            label="For which meeting?",
            called="the meeting",
            help_text="A board pack is made for a meeting. The others can be made for none.",
            choices=[("", "For none"), *((key, _named(row)) for key, row in self._meetings.items())],
            as_select=True,
            required=False,
        )

    def meeting(self) -> Meeting | None:
        """The meeting that was chosen."""
        return self._meetings.get(self.cleaned_data.get("meeting") or "")


def _named(row: Meeting) -> str:
    return f"{row.board.name}, {day(row.on)}"[:110]
