"""What is typed about a case: an act, a correction, a request, a search, an allocation."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.accounts.models import User
from goldenthread.audit import clock
from goldenthread.casework import acts
from goldenthread.casework.acts import Act, Choice
from goldenthread.people.matching import Claim
from goldenthread.people.models import IdentifierKind
from goldenthread.rules.lifecycle import Adviser, Details, Happening, Step
from goldenthread.rules.lifecycle.invariants import ADVISERS, NOTICE_OF
from goldenthread.ui import dates, fields
from goldenthread.ui.forms import Form

UPN = re.compile(r"[A-Z]\d{11}[0-9A-Z]")
NO_LETTER = {
    Step.DECIDED_TO_ISSUE: "Leave this empty: the draft plan is the letter that tells the family",
    Step.DECIDED_TO_AMEND: "Leave this empty: the notice of the changes is the letter that tells the family",
}
"""Decisions that are told by what is sent next."""


def example(day: date) -> str:
    """For example, 16 11 2026"""
    return f"For example, {day.day} {day.month} {day.year}"


class OnceOnlyForm(Form):
    """A form that carries a mark of its own, so that sending it twice records it once."""

    dense = True

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"submission": uuid4(), **(initial or {})})

    @property
    def mark(self) -> UUID | None:
        """The mark that came with what was typed."""
        mark: UUID | None = self.cleaned_data["submission"]
        return mark


def because_field() -> fields.TextAreaField:
    return fields.TextAreaField(
        label="Why, or what else should the next person know?",
        called="what the next person should know",
        help_text="Optional. The family can ask to read this.",
        required=False,
        max_length=4_000,
        rows=3,
    )


class RecordForm(OnceOnlyForm):
    """Records an act. Its questions come from `casework.acts`."""

    def __init__(self, data: Any = None, *, act: Act, choices: Sequence[Choice]) -> None:
        super().__init__(data)
        self.act, self.choices = act, choices
        today = clock.today()
        if act.question and len(choices) > 1:
            self.fields["choice"] = fields.ChoiceField(
                label=act.question,
                called=_called(act),
                choices=[(code_of(choice), choice.words) for choice in choices],
            )
        self.fields["happened_on"] = dates.DateField(
            label=act.day, called=act.called, help_text=example(today), today=clock.today
        )
        if act.told:
            self.fields["told_on"] = dates.DateField(
                label="When was the family told in writing?",
                called="the day the family was told",
                help_text="Leave empty if the letter has not gone yet. " + example(today),
                required=False,
                today=clock.today,
            )
        if act.advisers:
            self.fields["advisers"] = fields.MultipleChoiceField(
                label=act.advisers,
                called="who it was",
                choices=[
                    (adviser.value, words[:1].upper() + words[1:]) for adviser, words in ADVISERS.items()
                ],
            )
        self.fields["because"] = because_field()

    def chosen(self) -> Choice:
        """The choice that was made; an act with one choice asks nothing."""
        code = self.cleaned_data.get("choice")
        return next((choice for choice in self.choices if code_of(choice) == code), self.choices[0])

    def clean(self) -> dict[str, Any]:
        """A decision is told on the day it was made or later, and only where it has a letter of its own."""
        typed = super().clean() or self.cleaned_data
        told_on, decided_on = typed.get("told_on"), typed.get("happened_on")
        step = self.chosen().step
        if told_on is not None and step not in NOTICE_OF:
            self.add_error("told_on", NO_LETTER[step])
        elif told_on is not None and decided_on is not None and told_on < decided_on:
            boxes = {"boxes": dates.PARTS}
            words = "The day the family was told must be the day it was decided or later"
            self.add_error("told_on", ValidationError(words, params=boxes))
        return typed

    def happenings(self) -> list[Happening]:
        """What was typed, as what happened: a decision with its notice, each piece of advice apart."""
        choice, on = self.chosen(), self.cleaned_data["happened_on"]
        if self.act.advisers:
            return [
                Happening(choice.step, on, Details(adviser=Adviser(adviser)))
                for adviser in self.cleaned_data["advisers"]
            ]
        happened = [Happening(choice.step, on, choice.details)]
        told_on = self.cleaned_data.get("told_on")
        if told_on is not None:
            happened.append(Happening(Step.DECISION_NOTIFIED, told_on, Details(about=choice.step)))
        return happened


def code_of(choice: Choice) -> str:
    """What the form sends for a choice; notices are told apart by their decision."""
    about = choice.details.about
    return about.value if about is not None else choice.code


def _called(act: Act) -> str:
    return {
        "What was decided?": "what was decided",
        "Of which decision?": "which decision it was",
    }.get(act.question, "whether the plan names a school or college")


class CorrectForm(OnceOnlyForm):
    """Corrects an entry: another day, or it did not happen."""

    ANOTHER_DAY, DID_NOT_HAPPEN = "another-day", "did-not-happen"

    def __init__(
        self, data: Any = None, *, happened_on: date, recorded_with: Sequence[tuple[str, str]] = ()
    ) -> None:
        numbers = [number for number, _ in recorded_with]
        super().__init__(data, initial={"happened_on": happened_on, "also": numbers})
        self.fields["wrong"] = fields.ChoiceField(
            label="What is wrong?",
            called="what is wrong",
            choices=[
                (self.ANOTHER_DAY, "It happened on another day"),
                (self.DID_NOT_HAPPEN, "It did not happen"),
            ],
        )
        self.fields["happened_on"] = dates.DateField(
            label="When did it happen?",
            called="the day it happened",
            help_text="Leave this as it is if it did not happen.",
            required=False,
            today=clock.today,
        )
        if recorded_with:
            self.fields["also"] = fields.MultipleChoiceField(
                label="Is it the same for these, which were recorded with it?",
                called="what else is wrong",
                choices=recorded_with,
                required=False,
            )
        self.fields["because"] = fields.TextAreaField(
            label="Why is it corrected?",
            called="why it is corrected",
            help_text="The family can ask to read this.",
            max_length=4_000,
            rows=3,
        )

    @property
    def withdraws(self) -> bool:
        return bool(self.cleaned_data["wrong"] == self.DID_NOT_HAPPEN)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        missing = typed.get("happened_on") is None and "happened_on" not in self.errors
        if typed.get("wrong") == self.ANOTHER_DAY and missing:
            words = ValidationError("Enter the day it happened", params={"boxes": dates.PARTS})
            self.add_error("happened_on", words)
        return typed


class RequestForm(OnceOnlyForm):
    """A request for an assessment, and the child or young person it is about."""

    forename = fields.TextField(label="First name", called="the first name", max_length=200, width="20")
    surname = fields.TextField(label="Last name", called="the last name", max_length=200, width="20")
    birth_date = dates.DateField(
        label="Date of birth",
        called="the date of birth",
        help_text="For example, 3 5 2019",
        today=clock.today,
    )
    upn = fields.TextField(
        label="Unique pupil number (UPN)",
        called="the pupil number",
        help_text="Optional. A letter and 12 more characters, like A123456789012. With it we can tell "
        "whether we know this child already.",
        required=False,
        max_length=13,
        width="20",
    )
    received_on = dates.DateField(
        label="When did we receive the request?",
        called="the day we received it",
        help_text="The clock of 20 weeks starts on this day, in whatever way the request came.",
        today=clock.today,
    )
    because = because_field()

    def clean_upn(self) -> str:
        upn = str(self.cleaned_data["upn"]).upper().replace(" ", "")
        if upn and not UPN.fullmatch(upn):
            raise ValidationError(
                "The pupil number must be a letter and 12 more characters, like A123456789012"
            )
        return upn

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        born, received = typed.get("birth_date"), typed.get("received_on")
        if born is not None and received is not None and received < born:
            words = "The day we received it must be after the date of birth"
            self.add_error("received_on", ValidationError(words, params={"boxes": dates.PARTS}))
        return typed

    def claim(self) -> Claim:
        """Who this is, as it was typed."""
        typed = self.cleaned_data
        numbers = ((IdentifierKind.UPN.value, typed["upn"]),) if typed["upn"] else ()
        return Claim(typed["surname"].strip(), typed["forename"].strip(), typed["birth_date"], numbers)


class AllocateForm(OnceOnlyForm):
    """Whom a record goes to."""

    def __init__(self, data: Any = None, *, coordinators: Iterable[User]) -> None:
        super().__init__(data)
        self.fields["coordinator"] = fields.ChoiceField(
            label="Who will hold it?",
            called="who will hold it",
            choices=[(str(one.pk), one.name) for one in coordinators],
        )


def choices_for(act: Act, owed: Iterable[Step]) -> tuple[Choice, ...]:
    """The choices to offer; of notices those for decisions still to be told, or all if none is."""
    if act is not acts.TELL_OF_DECISION:
        return act.choices
    still = set(owed)
    return tuple(choice for choice in act.choices if choice.details.about in still) or act.choices
