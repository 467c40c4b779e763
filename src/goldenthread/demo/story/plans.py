"""Begins the plans of the public record, with promises that are invented and say so."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.demo.story.said_of_us import bodies
from goldenthread.improvement.actions.plans import (
    PlanDetails,
    PromiseDetails,
    add_plan,
    add_theme,
    make_promise,
)
from goldenthread.improvement.actions.work import (
    ActionDetails,
    RiskDetails,
    add_action,
    add_milestone,
    add_risk,
    meet_milestone,
    replan_milestone,
    say_what_comes_first,
)
from goldenthread.improvement.models import Action, Plan, Point, Promise
from goldenthread.improvement.queries.plans import plans
from goldenthread.organisations.models import Organisation

STORY = Path(__file__).with_suffix(".yaml")


def told() -> list[dict[str, Any]]:
    """The plans whose day has come, oldest first."""
    known = yaml.safe_load(STORY.read_text())["plans"]
    return sorted(
        (plan for plan in known if plan["starts_on"] <= clock.today()), key=lambda plan: plan["starts_on"]
    )


@transaction.atomic
def begin_plans(by: Scope) -> None:
    """Begins every plan with all that it promises: all of it, or nothing."""
    known = bodies(by)
    points = {point.code: point for point in Point.objects.exclude(code="")}
    there: dict[str, Plan] = {}
    for plan in told():
        there[plan["title"]] = begun = _begin(plan, there, by)
        for theme in plan["themes"]:
            row = add_theme(begun, title=theme["title"], by=by)
            for promise in theme["promises"]:
                details = _promise(promise, known, points)
                _work_on(make_promise(row, details, by=by), promise, known, by)


def is_begun(by: Scope) -> bool:
    there = {each.plan.title for each in plans(by)}
    return all(plan["title"] in there for plan in told())


def _begin(plan: dict[str, Any], there: dict[str, Plan], by: Scope) -> Plan:
    details = PlanDetails(
        kind=Plan.Kind(plan["kind"]),
        title=plan["title"],
        starts_on=plan["starts_on"],
        ends_on=plan.get("ends_on"),
        follows=there.get(plan.get("follows", "")),
    )
    return add_plan(details, by=by)


def _promise(
    promise: dict[str, Any], known: dict[str, Organisation], points: dict[str, Point]
) -> PromiseDetails:
    return PromiseDetails(
        code=promise["code"],
        words=promise["words"],
        accountable_role=promise["role"],
        accountable=known[promise["body"]],
        answers=[points[code] for code in promise["answers"] if code in points],
        is_example=True,
    )


def _work_on(row: Promise, promise: dict[str, Any], known: dict[str, Organisation], by: Scope) -> None:
    made: dict[str, Action] = {}
    for action in promise["actions"]:
        details = ActionDetails(
            code=action["code"],
            title=action["title"],
            accountable_role=action["role"],
            accountable=known[action["body"]],
            cost=action.get("cost"),
            funder=action.get("funder", ""),
        )
        made[action["code"]] = doing = add_action(row, details, by=by)
        for milestone in action["milestones"]:
            _promise_milestone(doing, milestone, by)
        if action.get("needs"):
            say_what_comes_first(doing, [made[code] for code in action["needs"]], by=by)
    for risk in promise.get("risks", ()):
        add_risk(row, _risk(risk, known), by=by)


def _promise_milestone(action: Action, told: dict[str, Any], by: Scope) -> None:
    milestone = add_milestone(action, title=told["title"], promised_on=told["by"], by=by)
    for said in told.get("said", ()):
        day: date = said.get("met") or said["replanned"]
        if "met" in said:
            meet_milestone(milestone, met_on=day, because=said["because"], by=by)
        else:
            replan_milestone(milestone, due_on=day, because=said["because"], by=by)


def _risk(risk: dict[str, Any], known: dict[str, Organisation]) -> RiskDetails:
    return RiskDetails(
        words=risk["words"],
        likelihood=risk["likelihood"],
        impact=risk["impact"],
        response=risk["response"],
        owner_role=risk["role"],
        owner=known[risk["body"]],
    )
