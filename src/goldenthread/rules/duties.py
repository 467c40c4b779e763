"""What is a duty? A declared function with its words, its law and its examples; and the set of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import partial
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from goldenthread.rules.deadline import Deadline, Limit
from goldenthread.rules.excuses import Ground
from goldenthread.rules.law import Kind, Pack, Parameter, Source


class Party(Enum):
    """Who must act."""

    COUNCIL = "the local authority"
    OLD_COUNCIL = "the old local authority"
    NEW_COUNCIL = "the new local authority"
    HOME_COUNCIL = "the home authority"
    COMMISSIONER = "the responsible commissioning body"
    ADVICE_GIVER = "the person or body asked for advice"
    INSTITUTION = "the school or other institution"
    ARRANGER = "the person arranging the review"
    ADVISER = "the mediation adviser"
    FAMILY = "the child's parent or the young person"
    PANEL = "the review panel"
    NOBODY = "nobody: this is a date that follows from the law"


class Standing(Enum):
    """What kind of date a duty gives, from binding to merely useful."""

    STATUTORY = "statutory limit"
    GUIDANCE = "guidance (should)"
    LOCAL_POLICY = "local policy"
    PLANNING = "derived planning date, not a legal limit"


@dataclass(frozen=True, slots=True)
class Input:
    """A fact that a duty is asked with. `kind` is date, number, yes/no, choice or text."""

    name: str
    kind: str
    required: bool
    words: str
    choices: tuple[str, ...] = ()
    enum: type[Enum] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Declaration:
    """What the law's function cannot say of itself. Placeholders in braces: see explanation.py."""

    title: str
    party: Party
    must: str
    """Legal English after "must", without a full stop."""
    what: str
    """Plain English: what happens, with {day} for the answer. One or two full sentences."""
    if_not: str
    """Plain English: what to do if it does not happen. Full sentences."""
    how: str = "That is {limit} after {event} on {start}."
    """Plain English: how the day was found."""
    how_without_limit: str = ""
    """The same where the answer was not counted from a limit."""
    inputs: Mapping[str, str]
    grounds: Parameter[tuple[Ground, ...]] | None = None
    notice: str | None = None
    """The notice that does it, by its number in the register of notices."""
    appeal: str | None = None
    """The right of appeal that the decision opens."""
    as_soon_as_practicable: bool = False
    day_is: str = "Last day"
    """What the answer's day is, where it is not the last day for the act."""
    other_reading: str = "the day of the event counted as day 1"
    """What the alternative day rests on."""
    standing: Standing | None = None
    """Given only where it differs from what the source's kind implies."""
    sources: tuple[Source, ...] = ()
    """Authorities besides those of the function's parameters."""
    flag: str | None = None
    """The feature flag without which pages do not offer the duty."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the register: ask `function` with its `inputs` and it answers with a `Deadline`."""

    name: str
    stage: str
    function: Callable[..., Deadline]
    declared: Declaration
    inputs: tuple[Input, ...]
    parameters: Mapping[str, Parameter[Any]] = field(repr=False)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every authority the duty rests on, those in force latest first."""
        from_parameters = [p.versions[-1].source for p in self.parameters.values()]
        return tuple(dict.fromkeys([*from_parameters, *self.declared.sources]))

    @property
    def standing(self) -> Standing:
        """Binding law, guidance, local policy, or a planning date of our own."""
        if self.declared.standing is not None:
            return self.declared.standing
        kinds = {
            Kind.GUIDANCE: Standing.GUIDANCE,
            Kind.LOCAL_POLICY: Standing.LOCAL_POLICY,
        }
        return kinds.get(self.sources[0].kind, Standing.STATUTORY)

    @property
    def worked_examples(self) -> str:
        """The folder of the tests that show the duty at work."""
        return f"tests/law/{self.name}"

    def amended_by(self, pack: Pack) -> Duty:
        """The same duty under a pack of other law; itself if the pack does not touch it."""
        amended = {
            name: parameter.amended_by(pack)
            for name, parameter in self.parameters.items()
            if pack.amends(parameter)
        }
        if not amended:
            return self
        return replace(
            self, function=partial(self.function, **amended), parameters={**self.parameters, **amended}
        )


class Declarations:
    """The duties that one module declares, in the order of the page."""

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.duties: list[Duty] = []

    def declare(self, function: Callable[..., Deadline], declaration: Declaration) -> None:
        """Declare a function as a duty; the function itself is left as it is, and as cheap."""
        self.duties.append(_duty_from(function, declaration, self.stage))


@dataclass(frozen=True, slots=True)
class Register:
    """All the duties, by name. Immutable: a pack makes another register."""

    duties: Mapping[str, Duty]

    @classmethod
    def of(cls, *declarations: Declarations) -> Register:
        """The register of several modules' duties. Raises ValueError if a name is used twice."""
        return cls._from(duty for declared in declarations for duty in declared.duties)

    @classmethod
    def _from(cls, duties: Iterable[Duty]) -> Register:
        by_name: dict[str, Duty] = {}
        for duty in duties:
            if duty.name in by_name:
                raise ValueError(f"two duties are called {duty.name}")
            by_name[duty.name] = duty
        return cls(MappingProxyType(by_name))

    def amended_by(self, pack: Pack, *added: Declarations) -> Register:
        """The register under a pack of other law, with the duties that it adds."""
        amended = [duty.amended_by(pack) for duty in self.duties.values()]
        return self._from([*amended, *(duty for declared in added for duty in declared.duties)])


def _duty_from(function: Callable[..., Deadline], declaration: Declaration, stage: str) -> Duty:
    hints = get_type_hints(function)
    inputs: list[Input] = []
    parameters: dict[str, Parameter[Any]] = {}
    for name, given in inspect.signature(function).parameters.items():
        if isinstance(given.default, Parameter):
            parameters[name] = given.default
        else:
            inputs.append(
                _input(name, hints[name], declaration.inputs[name], required=given.default is given.empty)
            )
    name = function.__name__.removesuffix("_due")
    duty = Duty(name, stage, function, declaration, tuple(inputs), MappingProxyType(parameters))
    if not duty.sources:
        raise ValueError(f"the duty {name} cites no source")
    return duty


def _input(name: str, hint: Any, words: str, *, required: bool) -> Input:
    kinds = [one for one in (get_args(hint) or (hint,)) if one is not type(None)]
    kind = kinds[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Input(name, "choice", required, words, tuple(str(m.value) for m in kind), kind)
    names = {date: "date", bool: "yes/no", int: "number", str: "text"}
    return Input(name, names[kind], required, words)


def limits_of(duty: Duty) -> tuple[Limit, ...]:
    """The limits in the newest version of each of the duty's parameters, as the register shows them.

    Each is cited by the parameter that holds it.
    """
    newest = (parameter.versions[-1].value for parameter in duty.parameters.values())
    return tuple(value for value in newest if isinstance(value, Limit))
