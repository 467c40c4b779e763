"""What is asked about plans and what they promise."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.improvement.actions.plans import PlanDetails, PromiseDetails
from goldenthread.improvement.models import Plan, Point, Promise
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, FileField, MultipleChoiceField, TextAreaField, TextField
from goldenthread.ui.forms import Form

LARGEST_FILE = 5_000_000
"""Octets: a plan of a thousand milestones is a tenth of it."""


def body_field(
    bodies: Sequence[Organisation], *, label: str, called: str, required: bool = True
) -> ChoiceField:
    """One of the bodies of the partnership."""
    return ChoiceField(
        label=label,
        called=called,
        choices=[("", "Choose"), *((str(body.pk), body.name) for body in bodies)],
        as_select=True,
        required=required,
    )


class PlanForm(Form):
    """A plan: what it is, how long it runs, which it takes over from."""

    kind = ChoiceField(label="What is it?", called="what it is", choices=Plan.Kind.choices, as_select=True)
    title = TextField(label="Title", called="the title", max_length=200)
    starts_on = DateField(label="When does it start?", called="the day it starts")
    ends_on = DateField(label="When does it end? (optional)", called="the day it ends", required=False)

    def __init__(self, *args: Any, plans: Sequence[Plan], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.plans = {str(plan.pk): plan for plan in plans}
        if plans:
            self.fields["follows"] = ChoiceField(
                label="Does it take over from another? (optional)",
                called="the plan before it",
                choices=[("", "No"), *((key, plan.title) for key, plan in self.plans.items())],
                as_select=True,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", "The day it ends must be after the day it starts")
        return cleaned

    def details(self) -> PlanDetails:
        cleaned = self.cleaned_data
        return PlanDetails(
            kind=Plan.Kind(cleaned["kind"]),
            title=cleaned["title"],
            starts_on=cleaned["starts_on"],
            ends_on=cleaned["ends_on"],
            follows=self.plans.get(cleaned.get("follows", "")),
        )


class ThemeForm(Form):
    """A part of a plan."""

    title = TextField(label="What is the theme called?", called="the name of the theme", max_length=200)


class PromiseForm(Form):
    """A promise in the words of families."""

    words = TextAreaField(
        label="What is promised?",
        called="what is promised",
        help_text="As a family would say it: “When we ask for a plan, we know when it will come.”",
        rows=3,
    )
    code = TextField(label="Its number in the plan", called="its number", max_length=20, width="10")
    accountable_role = TextField(
        label="Which role answers for it?",
        called="the role that answers for it",
        help_text="A role, not a person’s name: for example, director of children’s services.",
        max_length=100,
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[Organisation],
        points: Sequence[Point],
        promise: Promise | None = None,
        **rest: Any,
    ) -> None:
        if promise is not None:
            rest["initial"] = _as_it_stands(promise)
        super().__init__(*args, **rest)
        self.bodies = {str(body.pk): body for body in bodies}
        self.points = {str(point.pk): point for point in points}
        self.fields["accountable"] = body_field(bodies, label="In which body?", called="the body")
        if points:
            self.fields["answers"] = MultipleChoiceField(
                label="What does it answer? (optional)",
                called="what it answers",
                choices=[(key, f"{point.origin}: {str(point)[:100]}") for key, point in self.points.items()],
                required=False,
            )
        if promise is not None:
            self.fields["because"] = TextAreaField(
                label="Why does it change?", called="why it changes", rows=2
            )

    def details(self) -> PromiseDetails:
        cleaned = self.cleaned_data
        return PromiseDetails(
            code=cleaned["code"],
            words=cleaned["words"],
            accountable_role=cleaned["accountable_role"],
            accountable=self.bodies[cleaned["accountable"]],
            answers=[self.points[key] for key in cleaned.get("answers") or ()],
        )


def _as_it_stands(promise: Promise) -> dict[str, Any]:
    return {
        "words": promise.words,
        "code": promise.code,
        "accountable_role": promise.accountable_role,
        "accountable": str(promise.accountable_id),
        "answers": [str(point.pk) for point in promise.answers.all()],
    }


class ClosePromiseForm(Form):
    """Closing: from which day, and why it counts as kept."""

    closed_on = DateField(label="From which day is it closed?", called="the day", today=clock.today)
    because = TextAreaField(
        label="How can everyone see that it is kept?", called="how one can see it", rows=3
    )


class BecauseForm(Form):
    """A reason, where that is all that is asked."""

    because = TextAreaField(label="Why?", called="the reason", rows=2)


class PlanFileForm(Form):
    """A plan as a spreadsheet."""

    file = FileField(
        label="The spreadsheet",
        called="the spreadsheet",
        help_text="An Excel or CSV file with the columns of the export. It is taken whole, or not at all.",
        endings=(".xlsx", ".csv"),
        largest=LARGEST_FILE,
    )
