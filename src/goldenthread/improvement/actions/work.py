"""The work on a promise: actions, milestones that move or are met, dependencies and risks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Action, Milestone, MilestoneEntry, Promise, Risk
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """What is done, who answers for it and who does it, from when, at what cost (whole pounds) and
    with whose money."""

    code: str
    title: str
    accountable_role: str
    accountable: Organisation
    responsible_role: str = ""
    responsible: Organisation | None = None
    starts_on: date | None = None
    cost: int | None = None
    funder: str = ""


@dataclass(frozen=True, slots=True)
class RiskDetails:
    """What may go wrong, how likely and how bad (1 to 5), what is done about it, and whose it is."""

    words: str
    likelihood: int
    impact: int
    response: str
    owner_role: str
    owner: Organisation


@transaction.atomic
def add_action(
    promise: Promise, details: ActionDetails, *, follows: Action | None = None, by: Scope
) -> Action:
    """Adds an action to a promise. Raises `NotPossibleNow` where the plan has one of that code."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if Action.objects.filter(promise__theme__plan=promise.theme.plan, code=details.code).exists():
        raise NotPossibleNow(f"{details.code} is the code of another action of this plan.")
    action = Action.objects.create(
        promise=promise,
        code=details.code,
        title=details.title,
        accountable_role=details.accountable_role,
        accountable=details.accountable,
        responsible_role=details.responsible_role,
        responsible=details.responsible,
        starts_on=details.starts_on,
        cost_in_pounds=details.cost,
        funder=details.funder,
        follows=follows,
    )
    record("added an action", action, by=by, details={"follows": follows.pk if follows else None})
    return action


@transaction.atomic
def move_action(action: Action, promise: Promise, *, code: str, because: str, by: Scope) -> Action:
    """Takes an action on into a promise of a later plan. The old one stops there and keeps its history.

    Milestones that are not met go with it, with all that was said of them.
    Raises `NotPossibleNow` where it was moved before, was stopped, or would stay in its plan.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    if action.stopped_on or Action.objects.filter(follows=action).exists():
        raise NotPossibleNow("This action ended here already.")
    if action.promise.theme.plan_id == promise.theme.plan_id:
        raise NotPossibleNow("That promise stands in the same plan. Choose one of another plan.")
    details = ActionDetails(
        code=code,
        title=action.title,
        accountable_role=action.accountable_role,
        accountable=action.accountable,
        responsible_role=action.responsible_role,
        responsible=action.responsible,
        starts_on=action.starts_on,
        cost=action.cost_in_pounds,
        funder=action.funder,
    )
    moved = add_action(promise, details, follows=action, by=by)
    for milestone in action.milestones.prefetch_related("entries"):
        newest = max(milestone.entries.all(), key=lambda entry: entry.pk, default=None)
        if newest is None or newest.kind != MilestoneEntry.Kind.MET:
            milestone.action = moved
            milestone.save(update_fields=["action"])
    _stop(action, f"Went on as {moved.code} of {promise.theme.plan}: {because}")
    record("moved an action to another plan", action, by=by, because=because, details={"to": moved.pk})
    return moved


@transaction.atomic
def stop_action(action: Action, *, because: str, by: Scope) -> Action:
    """Stops an action before its end. Raises `NotPossibleNow` where it was stopped."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if action.stopped_on:
        raise NotPossibleNow("This action was stopped already.")
    _stop(action, because)
    record("stopped an action", action, by=by, because=because)
    return action


def _stop(action: Action, because: str) -> None:
    action.stopped_on, action.stopped_because = clock.today(), because
    action.save(update_fields=["stopped_on", "stopped_because"])


@transaction.atomic
def say_what_comes_first(action: Action, needed: Sequence[Action], *, by: Scope) -> None:
    """Names the actions that must come first. Raises `NotPossibleNow` where that would make a ring."""
    by.require(Permission.KEEP_IMPROVEMENT)
    for other in needed:
        if action.pk in _all_needed(other):
            raise NotPossibleNow(f"{other.code} itself waits for {action.code}. One of them comes first.")
    action.needs.set(needed)
    record("said what comes before an action", action, by=by, details={"needs": [one.pk for one in needed]})


def _all_needed(action: Action) -> set[int]:
    """The action and all that it waits for, near and far."""
    found, ahead = set[int](), [action.pk]
    while ahead:
        found.update(ahead)
        ahead = list(
            Action.objects.filter(needed_by__in=ahead).exclude(pk__in=found).values_list("pk", flat=True)
        )
    return found


@transaction.atomic
def add_milestone(action: Action, *, title: str, promised_on: date, by: Scope) -> Milestone:
    """Promises that something will be there by a day; that day is kept for good."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if action.stopped_on:
        raise NotPossibleNow("This action was stopped. Nothing more is promised under it.")
    if action.milestones.filter(title=title).exists():
        raise NotPossibleNow(f"“{title}” is a milestone of this action already.")
    milestone = Milestone.objects.create(action=action, title=title, first_promised_on=promised_on)
    record("promised a milestone", milestone, by=by, details={"by": promised_on.isoformat()})
    return milestone


@transaction.atomic
def replan_milestone(milestone: Milestone, *, due_on: date, because: str, by: Scope) -> MilestoneEntry:
    """Plans a milestone for another day. The day first promised stays, and the reason stands beside."""
    entry = _append(milestone, MilestoneEntry.Kind.REPLANNED, due_on, because, by)
    record("planned a milestone anew", milestone, by=by, because=because, details={"on": due_on.isoformat()})
    return entry


@transaction.atomic
def meet_milestone(milestone: Milestone, *, met_on: date, because: str, by: Scope) -> MilestoneEntry:
    """Says that a milestone was met, on which day, and how one can see that."""
    entry = _append(milestone, MilestoneEntry.Kind.MET, met_on, because, by)
    record("met a milestone", milestone, by=by, because=because, details={"on": met_on.isoformat()})
    return entry


@transaction.atomic
def unmeet_milestone(milestone: Milestone, *, because: str, by: Scope) -> MilestoneEntry:
    """Says that a milestone was not met after all."""
    entry = _append(milestone, MilestoneEntry.Kind.NOT_MET, clock.today(), because, by)
    record("took back that a milestone was met", milestone, by=by, because=because)
    return entry


def _append(
    milestone: Milestone, kind: MilestoneEntry.Kind, on: date, because: str, by: Scope
) -> MilestoneEntry:
    by.require(Permission.KEEP_IMPROVEMENT)
    locked = Milestone.objects.select_for_update().get(pk=milestone.pk)
    newest = locked.entries.order_by("-pk").first()
    is_met = newest is not None and newest.kind == MilestoneEntry.Kind.MET
    if is_met != (kind is MilestoneEntry.Kind.NOT_MET):
        raise NotPossibleNow(
            "This milestone was met. Say first that it was not." if is_met else "This milestone is not met."
        )
    return journal.append(
        MilestoneEntry(
            milestone=locked,
            kind=kind,
            on=on,
            because=because,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )


@transaction.atomic
def add_risk(promise: Promise, details: RiskDetails, *, by: Scope) -> Risk:
    """Names what may keep a promise from being kept."""
    by.require(Permission.KEEP_IMPROVEMENT)
    risk = Risk.objects.create(
        promise=promise,
        words=details.words,
        likelihood=details.likelihood,
        impact=details.impact,
        response=details.response,
        owner_role=details.owner_role,
        owner=details.owner,
        opened_on=clock.today(),
    )
    record("named a risk", risk, by=by, details={"score": risk.score})
    return risk


@transaction.atomic
def close_risk(risk: Risk, *, because: str, by: Scope) -> Risk:
    """Says that a risk is over, and why."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if risk.closed_on:
        raise NotPossibleNow("This risk is closed already.")
    risk.closed_on, risk.closed_because = clock.today(), because
    risk.save(update_fields=["closed_on", "closed_because"])
    record("closed a risk", risk, by=by, because=because)
    return risk
