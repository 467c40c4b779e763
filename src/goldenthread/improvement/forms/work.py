"""What is asked about the work on a promise."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.improvement.actions.work import ActionDetails, RiskDetails
from goldenthread.improvement.forms.plans import body_field
from goldenthread.improvement.models import Action, Promise
from goldenthread.organisations.models import Organisation
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import (
    ChoiceField,
    MultipleChoiceField,
    TextAreaField,
    TextField,
    WholeNumberField,
)
from goldenthread.ui.forms import Form

LIKELIHOODS = ("rare", "unlikely", "possible", "likely", "almost certain")
IMPACTS = ("slight", "small", "moderate", "great", "severe")


def from_1_to_5(words: Sequence[str]) -> list[tuple[str, str]]:
    """The choices of a scale."""
    return [(str(number), f"{number}: {word}") for number, word in enumerate(words, start=1)]


class ActionForm(Form):
    """An action: what, who answers for it, who does it, from when, for how much."""

    title = TextField(label="What is done?", called="what is done", max_length=300)
    code = TextField(label="Its number in the plan", called="its number", max_length=20, width="10")
    accountable_role = TextField(
        label="Which role answers for it?", called="the role that answers for it", max_length=100
    )
    responsible_role = TextField(
        label="Which role does it? (optional)", called="the role that does it", max_length=100, required=False
    )
    starts_on = DateField(label="When does it start? (optional)", called="the day it starts", required=False)
    cost = WholeNumberField(
        label="What does it cost, in pounds? (optional)",
        called="the cost",
        min_value=0,
        width="10",
        required=False,
    )
    funder = TextField(label="Who pays? (optional)", called="who pays", max_length=200, required=False)

    def __init__(self, *args: Any, bodies: Sequence[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.bodies = {str(body.pk): body for body in bodies}
        self.fields["accountable"] = body_field(
            bodies, label="In which body does that role answer for it?", called="the body that answers for it"
        )
        self.fields["responsible"] = body_field(
            bodies,
            label="In which body is it done? (optional)",
            called="the body that does it",
            required=False,
        )
        self.order_fields(
            ["title", "code", "accountable_role", "accountable", "responsible_role", "responsible"]
        )

    def details(self) -> ActionDetails:
        cleaned = self.cleaned_data
        return ActionDetails(
            code=cleaned["code"],
            title=cleaned["title"],
            accountable_role=cleaned["accountable_role"],
            accountable=self.bodies[cleaned["accountable"]],
            responsible_role=cleaned["responsible_role"],
            responsible=self.bodies.get(cleaned["responsible"]),
            starts_on=cleaned["starts_on"],
            cost=cleaned["cost"],
            funder=cleaned["funder"],
        )


class MilestoneForm(Form):
    """A milestone and the day promised."""

    title = TextField(
        label="What will be there?",
        called="what will be there",
        help_text="Something one can see: “Every family has the name of its coordinator”.",
        max_length=300,
    )
    promised_on = DateField(
        label="By which day?",
        called="the day",
        help_text="This day is kept; a later one stands beside it.",
    )


class ReplanForm(Form):
    """Another day, and why."""

    due_on = DateField(label="By which day now?", called="the day")
    because = TextAreaField(label="Why does it move?", called="why it moves", rows=2)


class MeetForm(Form):
    """Met: when, and how one can see it."""

    met_on = DateField(label="When was it met?", called="the day it was met", today=clock.today)
    because = TextAreaField(label="How can one see that?", called="how one can see it", rows=2)


class NeedsForm(Form):
    """What must come first."""

    def __init__(
        self, *args: Any, candidates: Sequence[Action], chosen: Sequence[Action], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.candidates = {str(action.pk): action for action in candidates}
        self.fields["needs"] = MultipleChoiceField(
            label="Which actions must come first?",
            called="the actions that come first",
            choices=[(key, str(action)) for key, action in self.candidates.items()],
            initial=[str(action.pk) for action in chosen],
            required=False,
        )

    def chosen(self) -> list[Action]:
        return [self.candidates[key] for key in self.cleaned_data["needs"]]


class MoveForm(Form):
    """Into which promise of which plan does an action go on?"""

    code = TextField(label="Its number there", called="its number there", max_length=20, width="10")
    because = TextAreaField(label="Why does it move?", called="why it moves", rows=2)

    def __init__(self, *args: Any, promises: Sequence[Promise], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.promises = {str(promise.pk): promise for promise in promises}
        self.fields["promise"] = ChoiceField(
            label="Which promise does it serve there?",
            called="the promise",
            choices=[
                ("", "Choose"),
                *((key, f"{one.theme.plan}: {str(one)[:90]}") for key, one in self.promises.items()),
            ],
            as_select=True,
        )
        self.order_fields(["promise"])


class RiskForm(Form):
    """What may go wrong, and what is done about it."""

    words = TextField(label="What may go wrong?", called="what may go wrong", max_length=300)
    likelihood = ChoiceField(
        label="How likely is it?", called="how likely it is", choices=from_1_to_5(LIKELIHOODS)
    )
    impact = ChoiceField(
        label="How bad would it be?", called="how bad it would be", choices=from_1_to_5(IMPACTS)
    )
    response = TextAreaField(label="What is done about it?", called="what is done about it", rows=3)
    owner_role = TextField(label="Which role looks after it?", called="the role", max_length=100)

    def __init__(self, *args: Any, bodies: Sequence[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.bodies = {str(body.pk): body for body in bodies}
        self.fields["owner"] = body_field(bodies, label="In which body?", called="the body")

    def details(self) -> RiskDetails:
        cleaned = self.cleaned_data
        return RiskDetails(
            words=cleaned["words"],
            likelihood=int(cleaned["likelihood"]),
            impact=int(cleaned["impact"]),
            response=cleaned["response"],
            owner_role=cleaned["owner_role"],
            owner=self.bodies[cleaned["owner"]],
        )
