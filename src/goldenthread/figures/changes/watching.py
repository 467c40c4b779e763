"""Looks at every watched measure when new figures are there, and writes down what got worse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.analysis.catalogue import Direction as Better
from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.statistics import lasting
from goldenthread.analysis.statistics.natural_limits import NaturalLimits
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted, counts_of_shares, period_name, polarity_of
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
    """The signals for the worse since the watch began; none where nothing can be judged (`seen_by`)."""
    seen = seen_by(by, watch, steps, of)
    if seen is None:
        return []
    since = _since(by, watch, of)
    return [Adverse(str(one.rule), since[max(one.points)].key.period, one.words) for one in seen.adverse]


def seen_by(by: Scope, watch: Watch, steps: Sequence[DeclaredStep], of: MeasuredSet) -> lasting.Watch | None:
    """What a watch has seen since it began, against the limits of that day.

    None for a measure of which neither direction is better, where the past has no limits to judge by, and
    before a period is over.
    """
    if watch.measure not in measures():
        return None
    measure = measures()[watch.measure]
    first = watch.began_on.replace(day=1)
    before = [one for one in _whole(by, watch, of) if one.key.period < first]
    since = _since(by, watch, of)
    past = charted(measure, before, [step for step in steps if step.first_day < first]).stretches
    limits = past[-1].limits if past and not past[-1].is_too_short else None
    if limits is None or not since or measure.direction is Better.NEITHER:
        return None
    return _watched(measure, since, limits, (watch.began_on, max(of.as_at, watch.began_on)))


def _whole(by: Scope, watch: Watch, of: MeasuredSet) -> list[Measured]:
    every = series(by, watch.measure, dimension=watch.dimension, group=watch.group, of=of)
    return [one for one in every if one.complete]


def _since(by: Scope, watch: Watch, of: MeasuredSet) -> list[Measured]:
    first = watch.began_on.replace(day=1)
    return [one for one in _whole(by, watch, of) if first <= one.key.period <= watch.until]


def _watched(
    measure: Measure, since: Sequence[Measured], limits: NaturalLimits, days: tuple[date, date]
) -> lasting.Watch:
    names = [period_name(one.key.by, one.key.period) for one in since]
    if measure.statistic is not Statistic.SHARE:
        return lasting.watch([one.value for one in since], limits, polarity_of(measure), days, names)
    return lasting.watch_shares(*counts_of_shares(since), limits, polarity_of(measure), days, names)


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
