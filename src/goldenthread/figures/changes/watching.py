"""Looks at every watched measure when new figures are there, and writes down what got worse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.statistics.polarity import Direction
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.changes.queries import declared_steps, running_watches
from goldenthread.figures.measured.queries import newest_measured, series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep, MeasuredSet, Watch, WatchNotice


@dataclass(frozen=True, slots=True)
class Adverse:
    """A signal for the worse: by which rule, in which period it was last seen, and in words."""

    rule: str
    period: date
    words: str


def look(*, by: Scope) -> list[WatchNotice]:
    """New notices of all watches that run; one signal is told once. Nothing before there are figures."""
    of = newest_measured(by)
    if of is None:
        return []
    steps = declared_steps(by)
    found = []
    for watch in running_watches(by):
        signals = adverse_signals(by, watch, steps.get(watch.measure, []), of)
        found += _told(watch, signals, of, by)
    return found


def adverse_signals(by: Scope, watch: Watch, steps: Sequence[DeclaredStep], of: MeasuredSet) -> list[Adverse]:
    """The signals for the worse that a point of the watch is part of, as its chart shows them."""
    if watch.measure not in measures():
        return []
    measure = measures()[watch.measure]
    every = series(by, watch.measure, dimension=watch.dimension, group=watch.group, of=of)
    whole = [one for one in every if one.complete]
    return worse_since(whole, charted(measure, whole, steps).signals, watch.began_on, watch.until)


def worse_since(whole: Sequence[Measured], signals: Sequence, began_on: date, until: date) -> list[Adverse]:  # type: ignore[type-arg]
    """Of signals, those for the worse whose last point lies in the watch."""
    found = []
    for signal in signals:
        last = whole[max(signal.points)].key.period
        if signal.direction is Direction.WORSE and began_on.replace(day=1) <= last <= until:
            found.append(Adverse(str(signal.rule), last, signal.words))
    return found


@transaction.atomic
def _told(watch: Watch, signals: Sequence[Adverse], of: MeasuredSet, by: Scope) -> list[WatchNotice]:
    known = set(watch.notices.values_list("rule", "period"))
    notices = [
        WatchNotice(
            watch=watch,
            rule=one.rule,
            period=one.period,
            words=one.words,
            found_at=clock.now(),
            position=of.position,
        )
        for one in signals
        if (one.rule, one.period) not in known
    ]
    WatchNotice.objects.bulk_create(notices)
    watch.looked_at = clock.now()
    watch.save(update_fields=["looked_at"])
    for notice in notices:
        record("a watch saw a measure get worse", watch, by=by, because=notice.words)
    return notices
