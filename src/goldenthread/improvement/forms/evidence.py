"""What is asked about an item of evidence, about a check of it, and about taking it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms

from goldenthread.audit import clock
from goldenthread.documents.actions import Brought
from goldenthread.documents.checking.judging import LARGEST
from goldenthread.documents.checking.kinds import ALLOWED, ENDINGS
from goldenthread.figures.models import CitedFigure
from goldenthread.improvement.actions.evidence import Consent, EvidenceDetails, RestsOn
from goldenthread.improvement.cited_in_words import figure_words
from goldenthread.improvement.forms.plans import body_field
from goldenthread.improvement.models import Evidence, Milestone, Point, SeenBy
from goldenthread.organisations.models import Organisation, Team
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import (
    ChoiceField,
    ConfirmField,
    FileField,
    MultipleChoiceField,
    TextAreaField,
    TextField,
    start_upper,
)
from goldenthread.ui.forms import Form

SEEN_BY = [(str(level.value), start_upper(str(level.label))) for level in SeenBy]


@dataclass(frozen=True, slots=True)
class Offered:
    """What an item can be tied to."""

    bodies: Sequence[Organisation]
    teams: Sequence[Team]
    milestones: Sequence[Milestone]
    figures: Sequence[CitedFigure]
    points: Sequence[Point]


class EvidenceForm(Form):
    """One item of a kind that was chosen before. A case study asks for consent, a figure for its citation."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    title = TextField(label="What is it called?", called="what it is called", max_length=200)
    shows = TextAreaField(
        label="What does it show?",
        called="what it shows",
        help_text="One or two sentences with the number or the fact: “Nine of ten letters name the day.”",
        rows=3,
    )
    happened_on = DateField(label="Of which day is it?", called="its day", today=clock.today)
    provenance = TextField(
        label="Where does it come from?",
        called="where it comes from",
        help_text="Who made it, how, and where the whole of it lies.",
        max_length=500,
    )
    seen_by = ChoiceField(label="Who may see it?", called="who may see it", choices=SEEN_BY)

    def __init__(self, *args: Any, kind: Evidence.Kind, offered: Offered, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.kind, self.offered = kind, offered
        self.fields["owner"] = body_field(
            offered.bodies, label="Whose work does it show?", called="whose work it shows"
        )
        self.fields["owner_team"] = _select(
            "In which team of that body? (optional)",
            "the team",
            {str(team.pk): team.name for team in offered.teams},
            hint="Then another team of the same body may check it.",
        )
        if kind is Evidence.Kind.FIGURE:
            self._ask_for_a_figure()
        else:
            self._ask_for_a_file()
        self._ask_what_it_shows()
        if kind is Evidence.Kind.CASE_STUDY:
            self._ask_for_consent()

    def _ask_for_a_figure(self) -> None:
        cited = {str(one.pk): figure_words(one) for one in self.offered.figures}
        self.fields["cited_figure"] = _select(
            "Which cited figure is it?",
            "the figure",
            cited,
            hint="Cite it first, on the page of its measure.",
            required=True,
        )

    def _ask_for_a_file(self) -> None:
        self.fields["file"] = FileField(
            label="The file" if self.kind is Evidence.Kind.DOCUMENT else "The file (optional)",
            called="the file",
            help_text=f"{ALLOWED}, up to 50 MB. It must name no child.",
            endings=ENDINGS,
            largest=LARGEST,
            required=self.kind is Evidence.Kind.DOCUMENT,
        )

    def _ask_what_it_shows(self) -> None:
        if self.offered.milestones:
            self.fields["milestone"] = _select(
                "Does it show that a milestone was met? (optional)",
                "the milestone",
                {str(one.pk): one.title for one in self.offered.milestones},
            )
        if self.offered.points:
            self.fields["answers"] = MultipleChoiceField(
                label="What does it speak to? (optional)",
                called="what it speaks to",
                help_text="Leave all empty if it speaks to everything that the promise answers.",
                choices=[(str(point.pk), f"{point.origin}: {point}"[:120]) for point in self.offered.points],
                required=False,
            )

    def _ask_for_consent(self) -> None:
        self.fields["given_by"] = TextField(
            label="Who agreed that it is told?",
            called="who agreed",
            help_text="As in “the mother”, “the young person”. No names.",
            max_length=100,
        )
        self.fields["given_on"] = DateField(label="When did they agree?", called="the day they agreed")
        self.fields["covers"] = ChoiceField(
            label="Who may see it at most, as they agreed?", called="who may see it at most", choices=SEEN_BY
        )
        self.fields["kept_at"] = TextField(
            label="Where does the signed consent lie?",
            called="where the signed consent lies",
            help_text="Seen by those who keep evidence alone.",
            max_length=200,
        )
        self.fields["reference"] = TextField(
            label="Reference of the child’s record (optional)",
            called="the reference",
            help_text="So that the case study goes when the record goes. It is shown to nobody.",
            max_length=20,
            width="10",
            required=False,
        )
        self.fields["pseudonymised"] = ConfirmField(
            label="Pseudonymised",
            called="that it is pseudonymised",
            says="Names and places are changed, and nobody could be recognised.",
        )

    def details(self) -> EvidenceDetails:
        cleaned, offered = self.cleaned_data, self.offered
        return EvidenceDetails(
            kind=self.kind,
            title=cleaned["title"],
            shows=cleaned["shows"],
            happened_on=cleaned["happened_on"],
            provenance=cleaned["provenance"],
            seen_by=SeenBy(int(cleaned["seen_by"])),
            owner=_chosen(offered.bodies, cleaned["owner"])[0],
            owner_team=next(iter(_chosen(offered.teams, cleaned["owner_team"])), None),
            rests_on=RestsOn(
                milestone=next(iter(_chosen(offered.milestones, cleaned.get("milestone"))), None),
                cited_figure=next(iter(_chosen(offered.figures, cleaned.get("cited_figure"))), None),
                file=self._brought(),
                answers=_chosen(offered.points, *(cleaned.get("answers") or ())),
            ),
            consent=self._consent(),
        )

    def _brought(self) -> Brought | None:
        file = self.cleaned_data.get("file")
        if not file:
            return None
        return Brought(str(file.name), file.size, file.file, self.cleaned_data["submission"])

    def _consent(self) -> Consent | None:
        cleaned = self.cleaned_data
        if self.kind is not Evidence.Kind.CASE_STUDY:
            return None
        return Consent(
            given_by=cleaned["given_by"],
            given_on=cleaned["given_on"],
            covers=SeenBy(int(cleaned["covers"])),
            kept_at=cleaned["kept_at"],
            reference=cleaned["reference"],
        )


def _select(
    label: str, called: str, choices: dict[str, str], *, hint: str = "", required: bool = False
) -> ChoiceField:
    return ChoiceField(
        label=label,
        called=called,
        help_text=hint,
        choices=[("", "Choose"), *((key, words[:120]) for key, words in choices.items())],
        as_select=True,
        required=required,
    )


def _chosen(rows: Sequence[Any], *keys: str | None) -> list[Any]:
    wanted = set(keys)
    return [row for row in rows if str(row.pk) in wanted]


class CheckForm(Form):
    """Does it hold, and how does whoever checks it know?"""

    holds = ChoiceField(
        label="Does it hold?",
        called="whether it holds",
        choices=[("yes", "Yes, it shows what it says"), ("no", "No, it does not")],
    )
    because = TextAreaField(
        label="How do you know?",
        called="how you know",
        help_text="What you looked at. It stands beside the evidence, with the body that you check for.",
        rows=3,
    )


class WithdrawForm(Form):
    """Why an item is taken out."""

    because = TextAreaField(label="Why is it withdrawn?", called="why it is withdrawn", rows=2)

    def __init__(self, *args: Any, is_case_study: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if is_case_study:
            self.fields["consent_ended"] = ChoiceField(
                label="Did the family take back its consent?",
                called="whether the family took back its consent",
                choices=[("yes", "Yes. Its words are shown to nobody any more"), ("no", "No")],
            )


class ForumForm(Form):
    """What the forum writes. It is printed as it stands."""

    words = TextAreaField(
        label="What does the forum say about this promise?",
        called="what the forum says",
        help_text="Printed as you write it, on board papers and on the public page. Name no child.",
        rows=8,
    )


class CommentForm(Form):
    """What those who answer for a promise say beside it."""

    words = TextAreaField(
        label="What do you say about it?",
        called="what you say",
        help_text="It stands beside the tests and changes none of them. Name no child.",
        rows=6,
    )
    role = TextField(
        label="As which role do you write?",
        called="your role",
        help_text="It is printed under your words, without your name.",
        max_length=100,
    )
