"""What must this plan hold, and what is missing from it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.law import Parameter, Source
from goldenthread.rules.plan_content.kinds import PLAN_KINDS, PlanKind, plan_kind_called
from goldenthread.rules.plan_content.plan import Circumstances, Plan
from goldenthread.rules.plan_content.requirements import Requirement
from goldenthread.rules.timetable.review_cycle import EHC_PLAN


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a section must hold (or, where guidance says so, should) and does not."""

    section: Enum
    because: str
    is_duty: bool
    source: Source


def must_hold(
    section: Enum,
    circumstances: Circumstances,
    on: date,
    *,
    kind: str = EHC_PLAN,
    kinds: Parameter[tuple[PlanKind, ...]] = PLAN_KINDS,
) -> tuple[Requirement, ...]:
    """What the section must and should hold, in these circumstances, under the law of the day `on`."""
    return tuple(
        requirement
        for requirement in plan_kind_called(kind, on, kinds=kinds).content
        if requirement.section is section and requirement.applies(circumstances)
    )


def missing_from_plan(
    plan: Plan,
    circumstances: Circumstances,
    on: date,
    *,
    kind: str = EHC_PLAN,
    kinds: Parameter[tuple[PlanKind, ...]] = PLAN_KINDS,
) -> tuple[Gap, ...]:
    """Every requirement of the day `on` that the plan does not meet, section by section.

    A section that is not there at all is one gap, not many.
    """
    return tuple(
        _gap(requirement)
        for section in plan_kind_called(kind, on, kinds=kinds).sections
        for requirement in _unmet(
            plan, circumstances, must_hold(section, circumstances, on, kind=kind, kinds=kinds)
        )
    )


def _unmet(
    plan: Plan, circumstances: Circumstances, requirements: tuple[Requirement, ...]
) -> tuple[Requirement, ...]:
    unmet = tuple(one for one in requirements if not one.is_met(plan, circumstances))
    is_absent = bool(unmet) and unmet[0].section not in plan.texts
    return unmet[:1] if is_absent else unmet


def _gap(requirement: Requirement) -> Gap:
    verb = "must be so" if requirement.is_duty else "should be so"
    return Gap(
        requirement.section,
        f"Section {requirement.section.value} {requirement.words}: this {verb} and is not.",
        requirement.is_duty,
        requirement.source,
    )
