"""What is asked about documents that judge the partnership."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from goldenthread.audit import clock
from goldenthread.improvement.actions.origins import OriginDetails, PointDetails
from goldenthread.improvement.letters import Says
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie, Sentence
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import (
    ChoiceField,
    FileField,
    MultipleChoiceField,
    TextAreaField,
    TextField,
    start_upper,
)
from goldenthread.ui.forms import Form

LARGEST_LETTER = 2_000_000
"""Octets of plain text: some hundred times a long letter."""

WORDS_OF = {
    Says.FINDING: "A finding: what is wrong, or was seen",
    Says.REQUIREMENT: "A requirement: what must be done",
    Says.PRAISE: "Praise",
    Says.CONCERN: "A concern",
    Says.NOTHING: "None of these",
}


class OriginForm(Form):
    """A document: what it is, whose, of when, and its words."""

    kind = ChoiceField(label="What is it?", called="what it is", choices=Origin.Kind.choices, as_select=True)
    title = TextField(label="Title", called="the title", max_length=200)
    speaker = TextField(
        label="Who speaks?",
        called="who speaks",
        help_text="The body, not a person: for example, Ofsted and the Care Quality Commission.",
        max_length=200,
    )
    happened_on = DateField(
        label="When did it happen?",
        called="the day it happened",
        today=clock.today,
        help_text="The day of the visit or the letter.",
    )
    precision = ChoiceField(
        label="How much of that day is known?",
        called="how much of the day is known",
        choices=Origin.Precision.choices,
        initial=Origin.Precision.DAY,
    )
    source = TextField(
        label="Where is the original? (optional)",
        called="where the original is",
        help_text="An address, or where it is filed.",
        required=False,
        max_length=500,
    )
    summary = TextAreaField(
        label="In a sentence or two (optional)",
        called="the summary",
        help_text="For people who will not read the document.",
        required=False,
        rows=3,
    )
    letter = TextAreaField(
        label="The words of the letter (optional)",
        called="the words of the letter",
        help_text="Paste them here. You then say of each sentence what it is.",
        required=False,
        rows=12,
    )
    letter_file = FileField(
        label="Or a plain text file of it (optional)",
        called="a plain text file",
        endings=(".txt",),
        largest=LARGEST_LETTER,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The letter is what was pasted, else what the file holds."""
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("letter_file")
        if file and cleaned.get("letter"):
            self.add_error("letter_file", "Paste the letter or choose a file, not both")
        elif file:
            try:
                cleaned["letter"] = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error(
                    "letter_file", "This file is not plain text in UTF-8. Save it as plain text, or paste it"
                )
        if "\0" in cleaned.get("letter", ""):
            self.add_error("letter_file" if file else "letter", "This is not text: it holds null characters")
        return cleaned

    def details(self) -> OriginDetails:
        cleaned = self.cleaned_data
        return OriginDetails(
            kind=Origin.Kind(cleaned["kind"]),
            title=cleaned["title"],
            speaker=cleaned["speaker"],
            happened_on=cleaned["happened_on"],
            precision=Origin.Precision(cleaned["precision"]),
            source=cleaned["source"],
            summary=cleaned["summary"],
            letter=cleaned["letter"],
        )


class ReadLetterForm(Form):
    """A few sentences of a letter, each with what it seems to be already chosen."""

    def __init__(self, *args: Any, sentences: Sequence[Sentence], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.sentences = sentences
        for row in sentences:
            self.fields[f"says-{row.number}"] = ChoiceField(
                label=row.words,
                called=f"what sentence {row.number} is",
                choices=[(says.value, words) for says, words in WORDS_OF.items()],
                initial=row.decided_as or row.seems,
                help_text=f"Proposed: {row.seems}, because {row.because}.",
            )
            if Says.REQUIREMENT in (row.seems, row.decided_as):
                self.fields[f"by-{row.number}"] = DateField(
                    label=f"By when, for sentence {row.number}? (optional)",
                    called=f"the day for sentence {row.number}",
                    initial=row.point.due_on if row.point else row.seems_due_on,
                    required=False,
                )

    def decisions(self) -> dict[int, tuple[Says, date | None]]:
        """What each sentence is, and by when, by its number."""
        cleaned = self.cleaned_data
        return {
            row.number: (Says(cleaned[f"says-{row.number}"]), cleaned.get(f"by-{row.number}"))
            for row in self.sentences
        }


class CompletePointForm(Form):
    """What the document calls the point, who must act, and by when."""

    code = TextField(
        label="Its name in the document (optional)",
        called="its name in the document",
        help_text="For example PA1 or 3.2.",
        required=False,
        max_length=20,
        width="10",
    )
    due_on = DateField(label="By when? (optional)", called="the day by which", required=False)

    def __init__(
        self, *args: Any, bodies: Sequence[Organisation], point: Point | None = None, **rest: Any
    ) -> None:
        if point is not None:
            rest["initial"] = {
                "code": point.code,
                "due_on": point.due_on,
                "responsible": [str(body.pk) for body in point.responsible.all()],
            }
        super().__init__(*args, **rest)
        self.bodies = {str(body.pk): body for body in bodies}
        if bodies:
            self.fields["responsible"] = MultipleChoiceField(
                label="Who must act? (optional)",
                called="who must act",
                choices=[(key, body.name) for key, body in self.bodies.items()],
                required=False,
            )
        if point is not None and point.kind != PointKind.REQUIREMENT:
            del self.fields["due_on"]

    def chosen(self) -> list[Organisation]:
        """The bodies that must act."""
        return [self.bodies[key] for key in self.cleaned_data.get("responsible") or ()]


class AddPointForm(CompletePointForm):
    """A point that is typed by hand."""

    kind = ChoiceField(
        label="What is it?",
        called="what it is",
        choices=[(kind.value, start_upper(kind.label)) for kind in PointKind],
    )
    words = TextAreaField(label="What does the document say?", called="what the document says", rows=3)
    field_order = ("kind", "words", "code", "due_on", "responsible")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("due_on") and cleaned.get("kind") not in (PointKind.REQUIREMENT, None):
            self.add_error("due_on", "Only a requirement has a day. Choose requirement, or leave the day out")
        return cleaned

    def details(self) -> PointDetails:
        cleaned = self.cleaned_data
        return PointDetails(
            kind=PointKind(cleaned["kind"]),
            words=cleaned["words"],
            code=cleaned["code"],
            due_on=cleaned["due_on"],
            responsible=self.chosen(),
        )


class TiePointForm(Form):
    """Which earlier point is this about, and how?"""

    how = ChoiceField(label="This later point", called="how they are tied", choices=PointTie.How.choices)
    because = TextAreaField(label="How do we know? (optional)", called="how we know", required=False, rows=2)

    def __init__(self, *args: Any, earlier: Sequence[Point], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.candidates = {str(point.pk): point for point in earlier}
        self.fields["earlier"] = ChoiceField(
            label="Which earlier point?",
            called="the earlier point",
            choices=[("", "Choose"), *((key, _in_a_list(point)) for key, point in self.candidates.items())],
            as_select=True,
        )
        self.order_fields(["earlier", "how", "because"])


def _in_a_list(point: Point) -> str:
    return f"{point.origin.happened_on.year}, {point.origin}: {str(point)[:90]}"


class UntieForm(Form):
    """Why a tie goes."""

    because = TextAreaField(label="Why are they not about one thing?", called="why they are not", rows=2)
