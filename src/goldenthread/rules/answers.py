"""Ask a duty a question with typed or typed-in facts, and get an answer that explains itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.rules.deadline import Deadline
from goldenthread.rules.duties import Duty, Input
from goldenthread.rules.explanation import legal_explanation, plain_explanation
from goldenthread.rules.refusals import NotUnderstood

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YES, _NO = frozenset({"yes", "true", "y", "1"}), frozenset({"no", "false", "n", "0"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A deadline with the question that led to it; explains itself in two registers."""

    duty: Duty
    inputs: Mapping[str, Any]
    deadline: Deadline

    @property
    def plain(self) -> str:
        """For a family: what happens, by when and why, and what to do if it does not."""
        return plain_explanation(self.duty, self.deadline, self.inputs)

    @property
    def legal(self) -> str:
        """For an officer: the duty in legal English, with its counting and its other reading."""
        return legal_explanation(self.duty, self.deadline, self.inputs)


def answer(duty: Duty, inputs: Mapping[str, Any]) -> Answer:
    """Ask `duty` with typed values (dates, numbers, yes or no, members of its choices).

    Raises NotUnderstood for an input that is missing or unknown, NotInForce for a day before commencement,
    OutsideKnownCalendar where bank holidays are not known, NoDateYet where the law gives no date. The
    answer's deadline carries its source.
    """
    known = {one.name for one in duty.inputs}
    unknown = sorted(set(inputs) - known)
    if unknown:
        raise NotUnderstood(f"{duty.name} has no input called {unknown[0]}. {_asks(duty)}")
    given = {name: value for name, value in inputs.items() if value is not None}
    for one in duty.inputs:
        if one.required and one.name not in given:
            raise NotUnderstood(f"{duty.name} needs {one.name}: {one.words}. {_asks(duty)}")
    try:
        deadline = duty.function(**given)
    except NotUnderstood:
        raise
    except (OverflowError, ValueError) as beyond:
        raise NotUnderstood(f"no calendar goes that far: {beyond}") from beyond
    return Answer(duty, given, deadline)


def read_inputs(duty: Duty, typed: Mapping[str, str]) -> dict[str, Any]:
    """What a person typed, as the values `answer` takes. Raises NotUnderstood, naming the input.

    Inputs and their words come from the duty, which carries its sources.
    """
    inputs = {one.name: one for one in duty.inputs}
    values: dict[str, Any] = {}
    for name, text in typed.items():
        if name not in inputs:
            raise NotUnderstood(f"{duty.name} has no input called {name}. {_asks(duty)}")
        values[name] = read_value(inputs[name], text)
    return values


def read_value(one: Input, text: str) -> Any:
    """One typed value by the kind of its input; raises NotUnderstood with what would be understood."""
    text = text.strip()
    if one.kind == "date":
        return read_date(one.name, text)
    if one.kind == "number":
        return _read_number(one, text)
    if one.kind == "yes/no":
        return _read_yes_or_no(one, text)
    if one.enum is None:
        return text
    for member in one.enum:
        if _same(text) in (_same(str(member.value)), _same(member.name)):
            return member
    raise NotUnderstood(f"{one.name} is one of: {'; '.join(one.choices)}. '{text}' is none of them")


def read_date(name: str, text: str) -> date:
    """A date in ISO form (2026-01-05); raises NotUnderstood naming the input."""
    if _ISO_DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise NotUnderstood(f"{name}: there is no day {text} in the calendar") from None
    raise NotUnderstood(f"{name} must be a date like 2026-01-05, not '{text}'")


def _read_number(one: Input, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NotUnderstood(f"{one.name} must be a whole number, not '{text}'") from None


def _read_yes_or_no(one: Input, text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise NotUnderstood(f"{one.name} must be yes or no, not '{text}'")


def _same(text: str) -> str:
    return text.lower().replace("_", " ").replace("-", " ")


def _asks(duty: Duty) -> str:
    names = [one.name if one.required else f"{one.name} (optional)" for one in duty.inputs]
    return f"It is asked with: {', '.join(names)}"
