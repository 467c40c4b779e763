"""Which kinds of plan the law knows, by day, and what each must hold. Today there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.duties import Party
from goldenthread.rules.law import Confirmed, NotInForce, Parameter, Version
from goldenthread.rules.plan_content.requirements import EHC_PLAN_CONTENT, Requirement
from goldenthread.rules.plan_content.sections import Section
from goldenthread.rules.sources import COMMENCEMENT, act
from goldenthread.rules.timetable.review_cycle import EHC_PLAN


@dataclass(frozen=True, slots=True)
class PlanKind:
    """A kind of plan: its name, who must make it, its sections in order, and what they must hold.

    How often it is reviewed is in `goldenthread.rules.timetable.review_cycle`, by the same name.
    """

    name: str
    made_by: Party
    sections: tuple[Enum, ...]
    content: tuple[Requirement, ...]


PLAN_KINDS: Parameter[tuple[PlanKind, ...]] = Parameter(
    "kinds of plan",
    (
        Version(
            COMMENCEMENT,
            (PlanKind(EHC_PLAN, Party.COUNCIL, tuple(Section), EHC_PLAN_CONTENT),),
            act("37", Confirmed.READ),
        ),
    ),
)
"""A reform adds a version that lists the new kind beside this one; what was answered before stays."""


def plan_kinds_on(day: date, *, kinds: Parameter[tuple[PlanKind, ...]] = PLAN_KINDS) -> tuple[PlanKind, ...]:
    """The kinds of plan that the law knows on `day` (section 37). Raises `NotInForce` before the Act."""
    return kinds.on(day).value


def plan_kind_called(
    name: str, day: date, *, kinds: Parameter[tuple[PlanKind, ...]] = PLAN_KINDS
) -> PlanKind:
    """The kind of that name on `day` (section 37). Raises `NotInForce` on a day that does not know it."""
    for kind in plan_kinds_on(day, kinds=kinds):
        if kind.name == name:
            return kind
    raise NotInForce(f"the law of {day:%-d %B %Y} knows no plan called {name}")
