"""Declaring a step, and watching a measure for two years after what was promised about it was reached."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Counted, measures
from goldenthread.analysis.statistics.lasting import YEARS
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import DeclaredStep, Watch, WatchNotice


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: a measure, of everyone or of one group, and the promise that it is about."""

    measure: str
    dimension: str = ""
    group: str = ""
    about: str = ""
    about_words: str = ""


@transaction.atomic
def declare_step(measure: str, first_day: date, because: str, *, by: Scope) -> DeclaredStep:
    """New limits begin on the chart of a measure from this day.

    Raises `NotPossibleNow` for a day to come or a second step on one day, `NotFound` for no such measure.
    """
    by.require(Permission.DECLARE_STEPS)
    _refuse_unknown(measure)
    if first_day > clock.today():
        raise NotPossibleNow("That day has not come yet. A step is declared when it has happened.")
    if DeclaredStep.objects.filter(measure=measure, first_day=first_day, withdrawn_at=None).exists():
        raise NotPossibleNow("A step is declared on that day already.")
    step = DeclaredStep.objects.create(
        measure=measure,
        first_day=first_day,
        because=because,
        declared_at=clock.now(),
        declared_by_name=by.actor_name,
    )
    record("declared a step", step, by=by, because=because, details={"measure": measure})
    return step


@transaction.atomic
def withdraw_step(step_id: int, because: str, *, by: Scope) -> DeclaredStep:
    """Takes a declared step off the chart. Raises `NotFound` for one that does not stand."""
    by.require(Permission.DECLARE_STEPS)
    step = DeclaredStep.objects.select_for_update().filter(pk=step_id, withdrawn_at=None).first()
    if step is None:
        raise NotFound("There is no such step.")
    step.withdrawn_at, step.withdrawn_because = clock.now(), because
    step.save()
    record("withdrew a step", step, by=by, because=because, details={"measure": step.measure})
    return step


@transaction.atomic
def begin_watch(what: Watched, *, owner_id: int, began_on: date, by: Scope) -> Watch:
    """Watches for two years from a day; a signal for the worse is told to the owner.

    Raises `NotPossibleNow` where this is watched for this reason already, and for a measure that has no past
    to judge by, `NotFound` for no such measure.
    """
    by.require(Permission.KEEP_WATCH)
    _refuse_unknown(what.measure)
    if measures()[what.measure].counted is Counted.AS_AT_DAY:
        raise NotPossibleNow("This measure is known for one day only, so nothing can be said of its change.")
    fields = {name: getattr(what, name) for name in ("about", "measure", "dimension", "group")}
    if Watch.objects.filter(ended_at=None, **fields).exists():
        raise NotPossibleNow("This is watched already.")
    watch = Watch.objects.create(
        **fields,
        about_words=what.about_words,
        began_on=began_on,
        until=began_on.replace(year=began_on.year + YEARS, day=min(began_on.day, 28)),
        owner_id=owner_id,
        begun_at=clock.now(),
        begun_by_name=by.actor_name,
    )
    record("began a watch", watch, by=by, because=what.about_words, details={"measure": what.measure})
    return watch


@transaction.atomic
def end_watch(watch_id: int, because: str, *, by: Scope) -> Watch:
    """Ends a watch before its time. Raises `NotFound` for one that does not run."""
    by.require(Permission.KEEP_WATCH)
    watch = Watch.objects.select_for_update().filter(pk=watch_id, ended_at=None).first()
    if watch is None:
        raise NotFound("There is no such watch.")
    watch.ended_at, watch.ended_because = clock.now(), because
    watch.save()
    record("ended a watch", watch, by=by, because=because)
    return watch


@transaction.atomic
def say_notice_was_read(notice_id: int, *, by: Scope) -> WatchNotice:
    """The owner has read it; it leaves their overview and stays on the watch. Raises `NotFound`."""
    by.require(Permission.SEE_FIGURES)
    mine = WatchNotice.objects.select_for_update().filter(pk=notice_id, watch__owner_id=by.actor_id)
    notice = mine.first()
    if notice is None:
        raise NotFound("There is no such notice.")
    notice.seen_at = clock.now()
    notice.save(update_fields=["seen_at"])
    record("read what a watch had seen", notice, by=by)
    return notice


def _refuse_unknown(measure: str) -> None:
    """Raises `NotFound` for a name that is in no catalogue."""
    if measure not in measures():
        raise NotFound("There is no such measure.")
