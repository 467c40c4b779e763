"""Plans, their themes and what they promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.improvement.judging_promises import judge
from goldenthread.improvement.models import Plan, Point, Promise, Theme
from goldenthread.improvement.watching_promises import begin_watches, end_watches, open_again
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """What a plan is, how long it runs, and which one it takes over from."""

    kind: Plan.Kind
    title: str
    starts_on: date
    ends_on: date | None = None
    follows: Plan | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class PromiseDetails:
    """An outcome in the words of families, who answers for it, and the points that it answers."""

    code: str
    words: str
    accountable_role: str
    accountable: Organisation
    answers: Sequence[Point] = ()
    is_example: bool = False


@transaction.atomic
def add_plan(details: PlanDetails, *, by: Scope) -> Plan:
    """Begins a plan. Raises `NotPossibleNow` where a plan of that title is here already."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if Plan.objects.filter(title=details.title).exists():
        raise NotPossibleNow(f"“{details.title}” is here already. Open it from the list.")
    plan = Plan.objects.create(
        kind=details.kind,
        title=details.title,
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        follows=details.follows,
        is_example=details.is_example,
    )
    record("began a plan", plan, by=by)
    return plan


@transaction.atomic
def add_theme(plan: Plan, *, title: str, by: Scope) -> Theme:
    """Adds a part to a plan. Raises `NotPossibleNow` where the plan has one of that title."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if plan.themes.filter(title=title).exists():
        raise NotPossibleNow(f"“{title}” is a theme of this plan already.")
    theme = Theme.objects.create(plan=plan, title=title)
    record("added a theme to a plan", theme, by=by)
    return theme


@transaction.atomic
def make_promise(theme: Theme, details: PromiseDetails, *, by: Scope) -> Promise:
    """Makes a promise. Raises `NotPossibleNow` where its plan has one of that code."""
    by.require(Permission.KEEP_IMPROVEMENT)
    _check_code(theme.plan, details.code)
    promise = Promise.objects.create(
        theme=theme,
        code=details.code,
        words=details.words,
        accountable_role=details.accountable_role,
        accountable=details.accountable,
        is_example=details.is_example,
    )
    promise.answers.set(details.answers)
    record("made a promise", promise, by=by)
    return promise


@transaction.atomic
def reword_promise(promise: Promise, details: PromiseDetails, *, because: str, by: Scope) -> Promise:
    """Changes what is promised or who answers for it. The audit keeps the words as they were, and why."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if promise.closed_on:
        raise NotPossibleNow("A closed promise keeps its words. It is watched for two years as it stands.")
    if details.code != promise.code:
        _check_code(promise.theme.plan, details.code)
    before = {
        "code": promise.code,
        "words": promise.words,
        "accountable": f"{promise.accountable_role}, {promise.accountable}",
    }
    promise.code, promise.words = details.code, details.words
    promise.accountable_role, promise.accountable = details.accountable_role, details.accountable
    promise.save(update_fields=["code", "words", "accountable_role", "accountable"])
    promise.answers.set(details.answers)
    record("reworded a promise", promise, by=by, because=because, details={"before": before})
    return promise


def _check_code(plan: Plan, code: str) -> None:
    if Promise.objects.filter(theme__plan=plan, code=code).exists():
        raise NotPossibleNow(f"{code} is the code of another promise of this plan.")


@transaction.atomic
def close_promise(promise: Promise, *, closed_on: date, because: str, by: Scope) -> Promise:
    """Closes a promise. Its measures are watched for two years; whoever closed it is told what gets worse.

    Raises `NotPossibleNow` if it is closed.
    """
    by.require(Permission.KEEP_IMPROVEMENT)
    if promise.closed_on:
        raise NotPossibleNow("This promise is closed already.")
    promise.closed_on, promise.closed_because = closed_on, because
    promise.save(update_fields=["closed_on", "closed_because"])
    record("closed a promise", promise, by=by, because=because, details={"closed_on": closed_on.isoformat()})
    if by.actor_id is not None:
        begin_watches(promise, closed_on=closed_on, owner_id=by.actor_id, by=by)
    judge(by=Scope.system("the promise was closed"), promise_ids=[promise.pk])
    return promise


@transaction.atomic
def reopen_promise(promise: Promise, *, because: str, by: Scope) -> Promise:
    """Opens a promise again: what was kept did not last. Its history keeps that it was closed, and when."""
    by.require(Permission.KEEP_IMPROVEMENT)
    if not promise.closed_on:
        raise NotPossibleNow("This promise is open.")
    record("opened a promise again", promise, by=by, because=because, details=open_again(promise))
    end_watches(promise, "The promise is open again", by=by)
    judge(by=Scope.system("the promise was opened again"), promise_ids=[promise.pk])
    return promise
