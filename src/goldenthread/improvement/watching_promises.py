"""Watches that begin when a promise is closed, and the opening of a promise whose measure got worse since."""

from datetime import date

from django.db import transaction

from goldenthread.analysis.catalogue import measures
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.actions import Watched, begin_watch, end_watch
from goldenthread.figures.changes.queries import watches_about
from goldenthread.figures.models import Watch
from goldenthread.improvement.gathered.watches import about
from goldenthread.improvement.models import Promise
from goldenthread.improvement.policies import cannot_judge


def begin_watches(promise: Promise, *, closed_on: date, owner_id: int, by: Scope) -> list[Watch]:
    """Watches every measure of a promise for two years from its closing; the owner is told of the worse."""
    end_watches(promise, "The promise was closed again", by=by)
    begun = []
    for row in promise.measures.filter(ended_at=None).order_by("pk"):
        known = measures().get(row.measure)
        if known is None or cannot_judge(known):
            continue
        what = Watched(row.measure, row.dimension, row.group, about(promise.pk), str(promise)[:200])
        begun.append(begin_watch(what, owner_id=owner_id, began_on=closed_on, by=by))
    return begun


def end_watches(promise: Promise, because: str, *, by: Scope) -> None:
    """Ends the watches on a promise that still run."""
    for watch in watches_about(by, [about(promise.pk)])[about(promise.pk)]:
        if watch.ended_at is None:
            end_watch(watch.pk, because, by=by)


@transaction.atomic
def open_what_did_not_last(*, by: Scope) -> list[Promise]:
    """Opens each closed promise of which a watch saw a measure get worse since. The watches go on.

    So the owner still reads what was seen where watches tell it, and what gets worse after it.
    """
    closed = list(Promise.objects.select_for_update().exclude(closed_on=None).order_by("pk"))
    seen = watches_about(by, [about(one.pk) for one in closed])
    opened = []
    for promise in closed:
        notices = [notice for watch in seen[about(promise.pk)] for notice in watch.notices.all()]
        if notices:
            first = min(notices, key=lambda notice: (notice.period, notice.pk))
            because = f"It did not last. {first.words}"
            record("opened a promise again", promise, by=by, because=because, details=open_again(promise))
            opened.append(promise)
    return opened


def open_again(promise: Promise) -> dict[str, str]:
    """Opens a closed promise. Gives when it had been closed, for the audit to keep."""
    was = {"was_closed_on": str(promise.closed_on)}
    promise.closed_on, promise.closed_because = None, ""
    promise.save(update_fields=["closed_on", "closed_because"])
    return was
