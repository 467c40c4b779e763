"""The claim "more plans are in time", put together from cases with all that must stand beside it.

Before and after are two spans of whole months. The headline is the share in time of plans issued without
exceptions, a month at a time, judged against the limits of the span before.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.statistics.incidence import TWENTY_WEEKS, Asked, Outcome, experience_now
from goldenthread.analysis.statistics.natural_limits import carried_to_shares, shares
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Chart, chart_against, chart_of_shares
from goldenthread.analysis.statistics.proportions import Interval
from goldenthread.analysis.statistics.standardisation import Change, Counts
from goldenthread.analysis.statistics.verdicts import Balancing, Check, Claim

WITHOUT_PLAN = (Outcome.REFUSED, Outcome.NOT_ISSUED, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, both days included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def months(self) -> Iterator[date]:
        """The first day of each month that begins in it, or holds its first day."""
        month = self.first.replace(day=1)
        while month <= self.last:
            yield month
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """A request with what the checks need: its group (district, need), exception, and being asked anew."""

    asked: Asked
    group: str
    is_excepted: bool = False
    is_asked_anew: bool = False

    @property
    def is_in_time(self) -> bool:
        """Was a plan issued within 20 weeks?"""
        ended = self.asked.ended_on
        return (
            self.asked.outcome is Outcome.PLAN
            and ended is not None
            and (ended - self.asked.asked_on).days <= TWENTY_WEEKS
        )


def timeliness_claim(
    cases: Sequence[Case], before: Span, after: Span, balancing: Sequence[Balancing] = ()
) -> Claim:
    """The claim for the span after against the span before, with every check that cases can answer."""
    return Claim(
        "Plans issued within 20 weeks",
        _headline(cases, before, after),
        0,
        balancing,
        (_now(cases, before), _now(cases, after)),
        Change(*(_in_time(cases, span) for span in (before, after))),
        _groups(cases, before, after),
        {check: Change(_counted(check, cases, before), _counted(check, cases, after)) for check in Check},
    )


def _issued(cases: Sequence[Case], span: Span) -> list[Case]:
    return [case for case in cases if case.asked.outcome is Outcome.PLAN and span.holds(case.asked.ended_on)]


def _in_time(cases: Sequence[Case], span: Span) -> Counts:
    issued = _issued(cases, span)
    return sum(case.is_in_time for case in issued), len(issued)


def _monthly(cases: Sequence[Case], span: Span) -> tuple[list[int | None], list[int | None]]:
    """Plans in time and plans issued in each month, exceptions left out."""
    found: dict[date, list[bool]] = defaultdict(list)
    for case in _issued(cases, span):
        if not case.is_excepted and case.asked.ended_on is not None:
            found[case.asked.ended_on.replace(day=1)].append(case.is_in_time)
    months = list(span.months())
    return [sum(found[month]) for month in months], [len(found[month]) for month in months]


def _headline(cases: Sequence[Case], before: Span, after: Span) -> Chart:
    earlier = chart_of_shares(*_monthly(cases, before), Polarity.HIGHER_IS_BETTER)
    later = _monthly(cases, after)
    if not earlier.stretches or earlier.stretches[-1].is_too_short:
        return earlier
    limits = earlier.stretches[-1].limits
    assert limits is not None
    labels = [f"{month:%B %Y}" for month in after.months()]
    values = shares(*later)
    return chart_against(values, carried_to_shares(limits, *later), Polarity.HIGHER_IS_BETTER, labels=labels)


def _now(cases: Sequence[Case], span: Span) -> Interval | None:
    """The chance of a plan in time for one asking at the end of the span, as things went within it."""
    found = experience_now([case.asked for case in cases], span.last, span.last - span.first)
    return found.in_time() if found else None


def _groups(cases: Sequence[Case], before: Span, after: Span) -> dict[str, Change]:
    groups = sorted({case.group for case in cases})
    by_group = {group: [case for case in cases if case.group == group] for group in groups}
    return {group: Change(_in_time(own, before), _in_time(own, after)) for group, own in by_group.items()}


def _counted(check: Check, cases: Sequence[Case], span: Span) -> Counts:
    if check is Check.REFUSED:
        ended = [case for case in cases if span.holds(case.asked.ended_on)]
        counted = [case for case in ended if case.asked.outcome is not Outcome.MOVED]
        return sum(case.asked.outcome in WITHOUT_PLAN for case in counted), len(counted)
    if check is Check.EXCEPTED:
        issued = _issued(cases, span)
        return sum(case.is_excepted for case in issued), len(issued)
    if check is Check.REOPENED:
        asked = [case for case in cases if span.holds(case.asked.asked_on)]
        return sum(case.is_asked_anew for case in asked), len(asked)
    waits = [case.asked.end_by(span.last) for case in cases if case.asked.asked_on <= span.last]
    open_waits = [days for days, kind in waits if kind == 0]
    return sum(days > TWENTY_WEEKS for days in open_waits), len(open_waits)
