"""How do promises stand on the five tests, what moved since a moment, and which needs most?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.improvement.judging.values import FiveTests, State, Test, Verdict
from goldenthread.improvement.models import Judgement, Promise

NOT_JUDGED = "Not judged yet: that happens every night, and when somebody asks for it."


@dataclass(frozen=True, slots=True)
class Movement:
    """A test that says something else than before. `before` is None where it had not been judged."""

    promise: Promise
    test: Test
    before: State | None
    after: State
    judged_at: datetime
    because: str


@dataclass(frozen=True, slots=True)
class JudgedPromise:
    """A promise with its five tests, and when the newest of them last changed."""

    promise: Promise
    five: FiveTests
    judged_at: datetime | None


def five_tests(scope: Scope, promise_ids: Collection[int]) -> dict[int, FiveTests]:
    """The newest verdicts of each promise, in the order of the tests. One question to the database."""
    scope.require(Permission.SEE_IMPROVEMENT)
    newest = {(row.promise_id, row.test): row for row in _newest(promise_ids)}
    return {one: _five(one, newest) for one in promise_ids}


def movements(scope: Scope, since: datetime) -> list[Movement]:
    """The tests that stand otherwise than at that moment, newest first, each with its reason."""
    scope.require(Permission.SEE_IMPROVEMENT)
    changed = Judgement.objects.filter(judged_at__gte=since).values_list("promise_id", flat=True)
    ids = set(changed)
    earlier = _newest(ids, Judgement.objects.filter(judged_at__lt=since))
    before = {(row.promise_id, row.test): State(row.state) for row in earlier}
    found = []
    for row in _newest(ids, Judgement.objects.select_related("promise__theme__plan", "promise__accountable")):
        was = before.get((row.promise_id, row.test))
        if row.judged_at >= since and was != row.state:
            movement = Movement(row.promise, Test(row.test), was, State(row.state), row.judged_at, row.says)
            found.append(movement)
    order = list(Test)
    return sorted(
        found, key=lambda one: (-one.judged_at.timestamp(), one.promise.code, order.index(one.test))
    )


def in_order_of_need(
    scope: Scope, promise_ids: Collection[int] | None = None, *, only_open: bool = False
) -> list[JudgedPromise]:
    """Every promise, or those asked for: those without evidence first, then those that lack most."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Promise.objects.select_related("theme__plan", "accountable")
    if promise_ids is not None:
        rows = rows.filter(pk__in=promise_ids)
    if only_open:
        rows = rows.filter(closed_on=None)
    promises = list(rows.order_by("-theme__plan__starts_on", "code", "pk"))
    judged = list(_newest([one.pk for one in promises]))
    newest = {(row.promise_id, row.test): row for row in judged}
    moments: dict[int, datetime] = {}
    for row in judged:
        moments[row.promise_id] = max(row.judged_at, moments.get(row.promise_id, row.judged_at))
    found = [JudgedPromise(one, _five(one.pk, newest), moments.get(one.pk)) for one in promises]
    return sorted(found, key=lambda one: (not one.five.is_without_evidence, one.five.need))


def history(scope: Scope, promise_id: int) -> Sequence[Judgement]:
    """Every judgement on a promise, the newest first."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Judgement.objects.filter(promise_id=promise_id).select_related("measured_set")
    return list(rows.order_by("-pk"))


def _newest(promise_ids: Collection[int], rows: "QuerySet[Judgement] | None" = None) -> "QuerySet[Judgement]":
    """The newest row of each test of each promise."""
    every = Judgement.objects.all() if rows is None else rows
    wanted = every.filter(promise_id__in=promise_ids)
    return wanted.order_by("promise_id", "test", "-pk").distinct("promise_id", "test")


def _five(promise_id: int, newest: dict[tuple[int, str], Judgement]) -> FiveTests:
    verdicts = []
    for test in Test:
        row = newest.get((promise_id, test.value))
        if row is None:
            verdicts.append(Verdict(test, State.NOT_KNOWN, NOT_JUDGED))
        else:
            verdicts.append(Verdict(test, State(row.state), row.says, row.limit, row.rests_on))
    return FiveTests(promise_id, tuple(verdicts))
