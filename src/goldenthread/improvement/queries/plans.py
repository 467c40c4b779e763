"""Plans with their promises, and the work on each. No child is in them: reach is by permission."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.improvement.milestones import MilestoneStanding, standing_of
from goldenthread.improvement.models import (
    Action,
    Milestone,
    MilestoneEntry,
    Plan,
    Point,
    Promise,
    Risk,
    Theme,
)


@dataclass(frozen=True, slots=True)
class CountedPlan:
    """A plan, and how many promises and actions it has."""

    plan: Plan
    promises: int
    actions: int


def plans(scope: Scope) -> list[CountedPlan]:
    """Every plan, newest first."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Plan.objects.select_related("follows").annotate(
        promises=Count("themes__promises", distinct=True),
        actions=Count("themes__promises__actions", distinct=True),
    )
    return [CountedPlan(row, row.promises, row.actions) for row in rows.order_by("-starts_on", "-pk")]


def plan(scope: Scope, plan_id: int) -> Plan:
    """One plan. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found = Plan.objects.select_related("follows").filter(pk=plan_id).first()
    if found is None:
        raise NotFound("There is no such plan.")
    return found


@dataclass(frozen=True, slots=True)
class StandingMilestone:
    """A milestone, its entries in order, and where they leave it."""

    row: Milestone
    entries: Sequence[MilestoneEntry]
    standing: MilestoneStanding


@dataclass(frozen=True, slots=True)
class ActionWork:
    """An action with its milestones, in the order in which they are due."""

    row: Action
    milestones: Sequence[StandingMilestone]


@dataclass(frozen=True, slots=True)
class PromiseWork:
    """A promise with its actions and its open risks, the gravest first."""

    row: Promise
    actions: Sequence[ActionWork]
    risks: Sequence[Risk]

    @property
    def milestones(self) -> list[StandingMilestone]:
        """The milestones of every action that was not stopped."""
        return [each for action in self.actions if not action.row.stopped_on for each in action.milestones]

    def overdue(self, today: date) -> list[StandingMilestone]:
        return [each for each in self.milestones if each.standing.is_overdue(today)]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan by its themes, each with the work on its promises, and the plans that took over from it."""

    plan: Plan
    themes: Sequence[tuple[Theme, Sequence[PromiseWork]]]
    followed_by: Sequence[Plan]


def plan_page(scope: Scope, plan_id: int) -> PlanPage:
    """All that the page of a plan shows. Raises `NotFound`."""
    found = plan(scope, plan_id)
    works = _works(Promise.objects.filter(theme__plan=found))
    themes = [
        (theme, [work for work in works if work.row.theme_id == theme.pk])
        for theme in found.themes.order_by("pk")
    ]
    return PlanPage(found, themes, list(found.followed_by.order_by("pk")))


def promise_page(scope: Scope, promise_id: int) -> PromiseWork:
    """All work on one promise. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found = _works(Promise.objects.filter(pk=promise_id))
    if not found:
        raise NotFound("There is no such promise.")
    return found[0]


def promise_row(scope: Scope, promise_id: int) -> Promise:
    """One promise alone. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found = Promise.objects.select_related("theme__plan", "accountable").filter(pk=promise_id).first()
    if found is None:
        raise NotFound("There is no such promise.")
    return found


def work_on(scope: Scope, promise_ids: Collection[int]) -> dict[int, PromiseWork]:
    """All work on these promises, by promise: seven questions to the database, however many there are."""
    scope.require(Permission.SEE_IMPROVEMENT)
    return {work.row.pk: work for work in _works(Promise.objects.filter(pk__in=promise_ids))}


def _works(rows: QuerySet[Promise]) -> list[PromiseWork]:
    """Seven questions to the database, however many promises there are."""
    actions = Action.objects.select_related("accountable", "responsible", "follows__promise__theme__plan")
    actions = actions.prefetch_related(
        Prefetch("milestones", Milestone.objects.order_by("pk")), "milestones__entries", "needs"
    )
    rows = rows.select_related("theme__plan", "accountable").prefetch_related(
        Prefetch("actions", actions.order_by("code", "pk")), "risks__owner", "answers__origin"
    )
    return [_work(row) for row in rows.order_by("code", "pk")]


def _work(row: Promise) -> PromiseWork:
    risks = [risk for risk in row.risks.all() if risk.closed_on is None]
    return PromiseWork(
        row,
        [_action_work(action) for action in row.actions.all()],
        sorted(risks, key=lambda risk: (-risk.score, risk.pk)),
    )


def _action_work(row: Action) -> ActionWork:
    """An action with its milestones as they stand."""
    milestones = []
    for milestone in row.milestones.all():
        entries = sorted(milestone.entries.all(), key=lambda entry: entry.pk)
        milestones.append(
            StandingMilestone(milestone, entries, standing_of(milestone.first_promised_on, entries))
        )
    return ActionWork(row, sorted(milestones, key=lambda each: (each.standing.due_on, each.row.pk)))


def theme(scope: Scope, theme_id: int) -> Theme:
    """One theme. Raises `NotFound`."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    found = Theme.objects.select_related("plan").filter(pk=theme_id).first()
    if found is None:
        raise NotFound("There is no such theme.")
    return found


def action(scope: Scope, action_id: int) -> ActionWork:
    """One action with its milestones. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Action.objects.select_related(
        "promise__theme__plan", "accountable", "responsible", "follows__promise__theme__plan"
    ).prefetch_related("milestones__entries", "needs", "needed_by")
    found = rows.filter(pk=action_id).first()
    if found is None:
        raise NotFound("There is no such action.")
    return _action_work(found)


def milestone(scope: Scope, milestone_id: int) -> StandingMilestone:
    """One milestone as it stands. Raises `NotFound`."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Milestone.objects.select_related("action__promise__theme__plan").prefetch_related("entries")
    found = rows.filter(pk=milestone_id).first()
    if found is None:
        raise NotFound("There is no such milestone.")
    entries = sorted(found.entries.all(), key=lambda entry: entry.pk)
    return StandingMilestone(found, entries, standing_of(found.first_promised_on, entries))


def risk(scope: Scope, risk_id: int) -> Risk:
    """One risk. Raises `NotFound`."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    found = Risk.objects.select_related("promise").filter(pk=risk_id).first()
    if found is None:
        raise NotFound("There is no such risk.")
    return found


def actions_of_plan(scope: Scope, of: Plan) -> list[Action]:
    """Every action of a plan that was not stopped."""
    scope.require(Permission.SEE_IMPROVEMENT)
    return list(Action.objects.filter(promise__theme__plan=of, stopped_on__isnull=True).order_by("code"))


def promises_elsewhere(scope: Scope, of: Plan) -> list[Promise]:
    """Open promises of other plans: where an action of this plan can go on."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    rows = Promise.objects.filter(closed_on__isnull=True).exclude(theme__plan=of)
    return list(rows.select_related("theme__plan").order_by("-theme__plan__starts_on", "code"))


def points_to_answer(scope: Scope) -> list[Point]:
    """Findings, requirements and concerns, newest document first: what a promise can answer."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    rows = Point.objects.filter(~Q(kind="praise")).select_related("origin")
    return list(rows.order_by("-origin__happened_on", "pk"))
