"""A form for each duty, made of the facts that the law asks for."""

from typing import Any

from django import forms

from goldenthread.rules.duties import Duty, Input
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextField, WholeNumberField
from goldenthread.ui.forms import Form

DONE = "done_on"
MOST_AS_RADIOS = 6


class DutyForm(Form):
    """The facts of one duty; and the day on which it was done, if someone wants to know whether in time."""

    dense = False

    def __init__(self, duty: Duty, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in duty.inputs:
            self.fields[one.name] = field_for(one)
        if duty.standing.value == "statutory limit":
            self.fields[DONE] = DateField(
                label="The day it was done, if it was",
                called="the day it was done",
                help_text="Leave this empty if it has not happened yet.",
                required=False,
            )
        self._inputs = {one.name: one for one in duty.inputs}

    def facts(self) -> dict[str, Any]:
        """The typed facts as the rules take them; what was left empty is left out."""
        given = {name: self.cleaned_data[name] for name in self._inputs}
        return {
            name: _typed(self._inputs[name], value)
            for name, value in given.items()
            if value not in (None, "")
        }


def _typed(one: Input, value: Any) -> Any:
    if one.kind == "yes/no":
        return value == "yes"
    if one.enum is not None:
        return next(member for member in one.enum if str(member.value) == value)
    return value


def field_for(one: Input) -> forms.Field:
    """The field that asks for one fact, in the law's own words."""
    label = f"{one.words[:1].upper()}{one.words[1:]}"
    asked: dict[str, Any] = {"label": label, "called": one.words, "required": one.required}
    if one.kind == "date":
        return DateField(**asked, help_text="For example, 5 1 2026")
    if one.kind == "number":
        return WholeNumberField(**asked)
    if one.kind == "yes/no":
        return ChoiceField(**asked, choices=[("yes", "Yes"), ("no", "No")])
    if one.choices:
        choices = [(choice, choice[:1].upper() + choice[1:]) for choice in one.choices]
        if not one.required:
            choices = [("", "Not known"), *choices]
        return ChoiceField(**asked, choices=choices, as_select=len(choices) > MOST_AS_RADIOS)
    return TextField(**asked)
