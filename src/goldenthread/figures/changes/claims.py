"""May a measure be called better? What its chart claims, with every check that the set's figures allow.

A chart alone is easy to please: refuse more, flag exceptions, close and reopen, take the easy cases, count
other children. `analysis.statistics.verdicts` judges; this gathers what it judges by, from figures that were
worked out with the measure. What could not be gathered counts against the claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from goldenthread.analysis.catalogue import Counted, Direction, Measure, Statistic, Topic, measures
from goldenthread.analysis.statistics.incidence import Outcome, experience_now
from goldenthread.analysis.statistics.process_behaviour import Chart, Standing
from goldenthread.analysis.statistics.proportions import Interval
from goldenthread.analysis.statistics.standardisation import Change, Counts
from goldenthread.analysis.statistics.verdicts import (
    Balancing,
    Check,
    Claim,
    Judged,
    NotApplicable,
    judge,
)
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.measured.asked import asked_in
from goldenthread.figures.measured.reading import over_time, rows, why_none
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep, MeasuredSet
from goldenthread.sen2.years.codes import NEED_2025

COUNTED_IN = {"plans_in_20_weeks_without_exceptions": "plans_in_20_weeks"}
"""A measure that leaves exceptions out, and the one that counts them in."""
ANSWERS = {
    Check.EXCEPTED: "exceptions_claimed",
    Check.REOPENED: "requests_asked_anew",
    Check.LATE_OPEN: "backlog_share",
}
"""The measure that answers a check; that of requests without a plan is answered by the clocks."""
COVERS = {"requests_refused": Check.REFUSED, "exceptions_claimed": Check.EXCEPTED, "backlog": Check.LATE_OPEN}
"""Balancing measures that a check looks at too, so that a chart of too few periods is made good by it."""
WITHOUT_PLAN = (Outcome.REFUSED, Outcome.NOT_ISSUED, Outcome.WITHDRAWN)
WAYS = ("district", "need")
"""By what the mix of children is looked at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A measure in whole months of one set, of everyone or of one group, with its chart."""

    of: MeasuredSet
    measure: Measure
    series: Sequence[Measured]
    chart: Chart
    steps: Mapping[str, Sequence[DeclaredStep]] = field(default_factory=dict)
    dimension: str = ""
    group: str = ""

    @property
    def since(self) -> int:
        """The first period of the signals that the newest figure is part of."""
        points = [point for signal in self.chart.current for point in signal.points]
        return min(points, default=len(self.series))

    @property
    def split(self) -> date:
        """The first day of the change."""
        return self.series[self.since].key.period

    @property
    def is_of_the_wait(self) -> bool:
        """Does it count the wait for a plan, from the day on which children asked?"""
        counts = "received_on" in self.measure.source.get("requests", ())
        return counts and self.measure.topic in (Topic.TIMELINESS, Topic.OPEN_WORK)


def judged(seen: Seen) -> Judged | None:
    """What may be said of the newest period; None where neither direction is better.

    Only what looks better is looked into.
    """
    if seen.measure.direction is Direction.NEITHER:
        return None
    if seen.chart.standing not in (Standing.BETTER, Standing.CHANGED):
        return judge(Claim(seen.measure.title, seen.chart, min(seen.since, len(seen.series))))
    return judge(claim_of(seen))


def claim_of(seen: Seen) -> Claim:
    """The claim that it became better with the signal that stands, and all that is known beside it."""
    none = NotApplicable("it does not count the wait for a plan")
    checks = {check: _change_of(seen, check) if seen.is_of_the_wait else none for check in Check}
    mixes = _mixes(seen)
    return Claim(
        seen.measure.title,
        seen.chart,
        seen.since,
        _balancing(seen, {check for check, one in checks.items() if one is not None}),
        _asked(seen) if seen.is_of_the_wait else none,
        _with_all(seen),
        mixes if isinstance(mixes, NotApplicable) else next(iter(mixes), {}),
        {check: one for check, one in checks.items() if one is not None},
        () if isinstance(mixes, NotApplicable) else mixes[1:],
    )


def _balancing(seen: Seen, made: set[Check]) -> list[Balancing]:
    """Each with its chart, unless it has too few periods and a check that was made looks at the same."""
    found = []
    for name in seen.measure.balancing:
        beside = measures()[name]
        series = (
            [one for one in over_time(seen.of, beside, "month") if one.complete]
            if not why_none(beside, seen.of)
            else []
        )
        chart = charted(beside, series, seen.steps.get(name, ())) if series else None
        first = sum(one.key.period < seen.split for one in series)
        one = Balancing(beside.title, chart, first)
        is_covered = COVERS.get(name) in made or (name.startswith("asked_") and seen.is_of_the_wait)
        if one.standing is not Standing.TOO_FEW or not is_covered:
            found.append(one)
    return found


def _asked(seen: Seen) -> tuple[Interval | None, Interval | None]:
    """The chance of a plan in time for a family asking at the end of each of the two spans."""
    cases, first = asked_in(seen.of, seen.dimension if seen.group else "", seen.group), seen.of.first_day
    if first is None:
        return None, None
    last = seen.split - timedelta(days=1)
    spans = ((last, last - first), (seen.of.as_at, seen.of.as_at - last))
    found = [experience_now(cases, end, length) if length > timedelta() else None for end, length in spans]
    before, after = (one.in_time() if one else None for one in found)
    return before, after


def _with_all(seen: Seen) -> Change | NotApplicable | None:
    name = COUNTED_IN.get(seen.measure.name)
    if name is None:
        return NotApplicable("it counts exceptions in, or there are none")
    return _change(seen, name)


def _change_of(seen: Seen, check: Check) -> Change | None:
    if check is Check.REFUSED:
        return _ended_without_plan(seen)
    return _change(seen, ANSWERS[check])


def _ended_without_plan(seen: Seen) -> Change | None:
    """Of the requests that ended in each span, not by moving away, those that ended without a plan."""
    before: list[Outcome] = []
    after: list[Outcome] = []
    for one in asked_in(seen.of, seen.dimension if seen.group else "", seen.group):
        if one.ended_on is not None and one.outcome not in (None, Outcome.MOVED):
            (after if one.ended_on >= seen.split else before).append(one.outcome)
    if not before or not after:
        return None
    parts = [(sum(one in WITHOUT_PLAN for one in span), len(span)) for span in (before, after)]
    return Change(*parts)


def _change(seen: Seen, name: str) -> Change | None:
    """A share before and since; None where it has no figures on both sides."""
    measure = measures()[name]
    if why_none(measure, seen.of):
        return None
    found = over_time(seen.of, measure, "month", seen.dimension if seen.group else "", seen.group)
    return _apart([(one.key.period, _counts(one)) for one in found], measure, seen.split)


def _counts(one: Measured) -> Counts:
    return round(one.numerator or 0), round(one.denominator or 0)


def _apart(parts: Sequence[tuple[date, Counts]], measure: Measure, split: date) -> Change | None:
    """Events are added up; of what stands at month ends, the last of each span counts."""
    spans = [[one for day, one in parts if (day >= split) == later and one[1]] for later in (False, True)]
    if measure.counted is not Counted.EVENTS:
        spans = [span[-1:] for span in spans]
    if not all(spans):
        return None
    before, after = ((sum(up for up, _ in span), sum(down for _, down in span)) for span in spans)
    return Change(before, after)


def _mixes(seen: Seen) -> list[dict[str, Change]] | NotApplicable:
    """The headline in each district and for each need, before and since; those ways that have a source."""
    if seen.measure.statistic is not Statistic.SHARE:
        return NotApplicable("it is no share, so that no mix of children can move it")
    if seen.group:
        return NotApplicable("it is of one group")
    ways = [_by(seen, way) for way in WAYS if way in seen.of.dimensions]
    return [one for one in ways if one]


def _by(seen: Seen, way: str) -> dict[str, Change]:
    groups: dict[str, list[tuple[date, Counts]]] = {}
    for row in sorted(
        rows(seen.of, measure=seen.measure.name, by="month", dimension=way),
        key=lambda row: str(row["period"]),
    ):
        counts = round(float(str(row["numerator"]))), round(float(str(row["denominator"])))
        groups.setdefault(str(row["group"]), []).append((row["period"], counts))  # type: ignore[arg-type]
    found = {group: _apart(parts, seen.measure, seen.split) for group, parts in groups.items()}
    named = NEED_2025.codes if way == "need" else {}
    return {named.get(group, group): one for group, one in found.items() if one is not None}
