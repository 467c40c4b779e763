"""Passes judgement on promises: works out the five tests from what is known now, and keeps what changed."""

from collections.abc import Collection

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.queries import newest_measured
from goldenthread.figures.models import MeasuredSet
from goldenthread.improvement.gathered.verdicts import verdicts
from goldenthread.improvement.judging.values import Verdict
from goldenthread.improvement.models import Judgement, Promise

Newest = dict[tuple[int, str], Judgement]


@transaction.atomic
def judge(*, by: Scope, promise_ids: Collection[int] | None = None) -> list[Judgement]:
    """Judges every promise, or those asked for; gives the rows that were added.

    A row is added only where a test says something else than its newest row. Promises are locked meanwhile,
    so that two who judge at once do not write one change twice.
    """
    by.require(Permission.SEE_IMPROVEMENT)
    rows = Promise.objects.select_for_update().order_by("pk")
    if promise_ids is not None:
        rows = rows.filter(pk__in=promise_ids)
    promises = list(rows)
    of = newest_measured(by)
    newest = _newest([one.pk for one in promises])
    found = verdicts(by, promises, of)
    added = [
        _judgement(promise, verdict, of, by)
        for promise in promises
        for verdict in found[promise.pk]
        if _is_news(newest.get((promise.pk, verdict.test.value)), verdict)
    ]
    journal.append_many(added)
    if added:
        record("judged promises", Judgement, by=by, details={"rows": len(added)})
    return added


def _newest(promise_ids: Collection[int]) -> Newest:
    rows = Judgement.objects.filter(promise_id__in=promise_ids)
    rows = rows.order_by("promise_id", "test", "-pk").distinct("promise_id", "test")
    return {(row.promise_id, row.test): row for row in rows}


def _is_news(before: Judgement | None, verdict: Verdict) -> bool:
    if before is None:
        return True
    return (before.state, before.says, before.limit) != (verdict.state.value, verdict.says, verdict.limit)


def _judgement(promise: Promise, verdict: Verdict, of: MeasuredSet | None, by: Scope) -> Judgement:
    return Judgement(
        promise=promise,
        test=verdict.test.value,
        state=verdict.state.value,
        says=verdict.says,
        limit=verdict.limit,
        rests_on=dict(verdict.rests_on),
        measured_set=of,
        judged_at=clock.now(),
        judged_because=by.reason or by.actor_name,
    )
