"""A form for each duty, made of the facts that the law asks for."""

import re
from typing import Any

from django import forms

from goldenthread.rules.duties import Duty, Input
from goldenthread.rules.register import ENGLAND
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, TextField, WholeNumberField, start_upper
from goldenthread.ui.forms import Form

DONE = "done_on"
MOST_AS_RADIOS = 6
QUESTIONS = (
    (re.compile(r"^whether (the \w+) is (.+)$"), r"is \1 \2?"),
    (re.compile(r"^which (\w+) it is$"), r"which \1 is it?"),
    (re.compile(r"^what was (.+)$"), r"what was \1?"),
    (re.compile(r"^where (the .+) is (\w+)$"), r"where is \1 \2?"),
)
"""How the rules say a fact, and how a form asks for it."""


class DutyForm(Form):
    """The facts of one duty; and the day on which it was done, if someone wants to know whether in time."""

    dense = False

    def __init__(self, duty: Duty, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in duty.inputs:
            self.fields[one.name] = field_for(one)
        if duty.standing.value == "statutory limit":
            self.fields[DONE] = DateField(
                label="The day it was done (optional)",
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
    """The field that asks for one fact, as a question or a plain noun."""
    asked: dict[str, Any] = {"label": label_of(one), "called": _words(one), "required": one.required}
    if one.kind == "date":
        return DateField(**asked, help_text=_hint(one))
    if one.kind == "number":
        return WholeNumberField(**asked)
    if one.kind == "yes/no":
        return ChoiceField(**asked, choices=[("yes", "Yes"), ("no", "No")])
    if one.choices:
        choices = [(choice, start_upper(choice)) for choice in one.choices]
        if not one.required:
            choices = [("", "Not known"), *choices]
        return ChoiceField(**asked, choices=choices, as_select=len(choices) > MOST_AS_RADIOS)
    return TextField(**asked, width="20")


def label_of(one: Input) -> str:
    """The fact's words, made a question where they are one, and marked where it may be left out."""
    label = _words(one)
    for statement, question in QUESTIONS:
        label = statement.sub(question, label)
    return f"{start_upper(label)}{'' if one.required else ' (optional)'}"


def _words(one: Input) -> str:
    """The fact's words; another duty is named by its title."""
    return re.sub(r"the duty (\w+) gives", _that_gives, one.words)


def _that_gives(found: re.Match[str]) -> str:
    return f"that “{ENGLAND.duties[found[1]].declared.title}” gives"


def _hint(one: Input) -> str:
    """A day that could be one; a date of birth lies further back."""
    return "For example, 27 3 2012" if one.name == "born_on" else "For example, 27 3 2026"
