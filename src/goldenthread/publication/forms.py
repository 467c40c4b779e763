"""What is asked of those who prepare, approve and take down, and of those who write to families."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from goldenthread.publication.actions.writing import LetterDetails
from goldenthread.publication.gathering.whole import Correction
from goldenthread.publication.models import OpenLetter, Takedown
from goldenthread.publication.parts import Part
from goldenthread.publication.queries.drafting import Takeable
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, ConfirmField, TextAreaField, TextField
from goldenthread.ui.forms import Form

LONGEST_LETTER = 20_000


class PrepareForm(Form):
    """That someone looked, at what, and whether it puts something right."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = TextAreaField(
        label="What should the person who approves it know? (optional)",
        called="the note",
        rows=2,
        max_length=2_000,
        required=False,
    )
    looked = ConfirmField(
        label="Before you prepare it",
        says="I have read every change above, and all of it may be public.",
        called="that you have read every change",
    )

    def __init__(self, *args: Any, public: Sequence[Part] = (), **rest: Any) -> None:
        super().__init__(*args, **rest)
        if public:
            self.fields["corrects"] = ChoiceField(
                label="Does it correct something that was wrong? (optional)",
                called="what it corrects",
                choices=[("", "No"), *((one["key"], one["title"]) for one in public)],
                as_select=True,
                required=False,
            )
            self.fields["was_wrong"] = TextAreaField(
                label="What was wrong? Everyone will read this beside it (optional)",
                called="what was wrong",
                rows=2,
                max_length=1_000,
                required=False,
            )
            self.order_fields(["seen", "note", "corrects", "was_wrong", "looked"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("corrects") and not cleaned.get("was_wrong"):
            self.add_error("was_wrong", "Enter what was wrong")
        if cleaned.get("was_wrong") and not cleaned.get("corrects"):
            self.add_error("corrects", "Choose what it corrects")
        return cleaned

    def correcting(self) -> list[Correction]:
        key = self.cleaned_data.get("corrects", "")
        return [Correction(key, self.cleaned_data["was_wrong"])] if key else []


class ApproveForm(Form):
    """That a second person looked, and at what."""

    seen = forms.CharField(widget=forms.HiddenInput)
    looked = ConfirmField(
        label="Before you approve it",
        says="I have read every change above, and all of it may be public.",
        called="that you have read every change",
    )


class SendBackForm(Form):
    """Why it is not approved."""

    because = TextAreaField(
        label="Why do you not approve it?", called="why you do not approve it", rows=3, max_length=2_000
    )


class TakeDownForm(Form):
    """What is hidden at once, and the reason that stands in its place."""

    key = ChoiceField(label="What is taken down?", called="what is taken down", choices=(), as_select=True)
    because = TextAreaField(
        label="Why? Everyone will read this in its place",
        called="why",
        help_text="Do not name or describe anyone here.",
        rows=2,
        max_length=500,
    )

    def __init__(self, *args: Any, there: Sequence[Takeable], **rest: Any) -> None:
        super().__init__(*args, **rest)
        chosen = cast(ChoiceField, self.fields["key"])
        chosen.choices = [("", "Choose"), *((one.key, one.title) for one in there)]


class PutBackForm(Form):
    """What may be seen again, and why."""

    taken = ChoiceField(label="What is put back?", called="what is put back", choices=(), as_select=True)
    why_back = TextAreaField(label="Why?", called="why", rows=2, max_length=500)

    def __init__(self, *args: Any, hidden: Sequence[Takedown], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.hidden = {str(row.pk): row for row in hidden}
        choices = ((key, f"{row.key}: {row.because}") for key, row in self.hidden.items())
        cast(ChoiceField, self.fields["taken"]).choices = [("", "Choose"), *choices]


class LetterForm(Form):
    """A letter or an update to families."""

    kind = ChoiceField(label="What is it?", called="what it is", choices=OpenLetter.Kind.choices)
    title = TextField(label="Title", called="the title", max_length=200)
    dated_on = DateField(label="What is its date?", called="its date")
    words = TextAreaField(
        label="The words",
        called="the words",
        help_text="Write to families. An empty line begins a new paragraph.",
        rows=14,
        max_length=LONGEST_LETTER,
    )
    signed = TextField(
        label="Who signs it?",
        called="who signs it",
        help_text="A role and a body, such as: the chair of the improvement board.",
        max_length=200,
    )
    ready = ChoiceField(
        label="Is it ready?",
        called="whether it is ready",
        choices=[("no", "Not yet: keep it as a draft"), ("yes", "Yes: it enters the next release")],
    )

    def details(self, *, is_example: bool) -> LetterDetails:
        cleaned = self.cleaned_data
        return LetterDetails(
            kind=OpenLetter.Kind(cleaned["kind"]),
            title=cleaned["title"],
            signed=cleaned["signed"],
            dated_on=cleaned["dated_on"],
            words=cleaned["words"],
            is_ready=cleaned["ready"] == "yes",
            is_example=is_example,
        )


class MarkForm(Form):
    """Whether something may be public."""

    may = ChoiceField(
        label="May it be public?",
        called="whether it may be public",
        choices=[("yes", "Yes: it enters the next release"), ("no", "No: the next release is without it")],
    )
    because = TextAreaField(
        label="Why not? (only if it may not)", called="why not", rows=2, max_length=500, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("may") == "no" and not cleaned.get("because"):
            self.add_error("because", "Enter why it may not be public")
        return cleaned


class EasyForm(Form):
    """Easy words for one part."""

    words = TextAreaField(
        label="In easy words",
        called="the easy words",
        help_text="Short sentences. One idea on each line. Leave it empty, and the page makes its own.",
        rows=12,
        max_length=5_000,
        required=False,
    )
