"""Both clocks of timeliness: among plans issued, and for children who asked; what a family should expect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.statistics.both_clocks import what_to_expect
from goldenthread.analysis.statistics.clearing import Month, as_of_late, clear
from goldenthread.analysis.statistics.incidence import (
    TWENTY_WEEKS,
    Asked,
    Experience,
    Outcome,
    experience,
    experience_by_month,
    experience_now,
)
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.asked import asked_of_row
from goldenthread.figures.measured.showing import shown_series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.measured.withholding import withheld_at_once
from goldenthread.figures.models import MeasuredSet

ISSUED = "plans_in_20_weeks"
"""The measure that is the published clock."""
YEAR = timedelta(days=365)
MONTHS_AHEAD = 36


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of a set, of everyone or of one group.

    `asked` is of those who asked in the year before the as-at day, `now` the estimate for a family applying
    now, `months` the same by month of request. Each is None, or empty, where nobody asked.
    """

    as_at: date
    first_day: date
    issued: Measured | None
    asked: Experience | None
    now: Experience | None
    expect: str
    months: tuple[tuple[date, Experience], ...]


@dataclass(frozen=True, slots=True)
class Clearing:
    """A reckoning of what clearing the backlog does: what it starts from, and its months."""

    waiting: int
    late: int
    requests: int
    plans: int
    for_late: int
    in_time_of_late: float
    """The published clock over the year before."""
    months: tuple[Month, ...]


def both(scope: Scope, of: MeasuredSet | None, *, dimension: str = "", group: str = "") -> Clocks | None:
    """Both clocks; None before there are figures."""
    scope.require(Permission.SEE_FIGURES)
    cases = asked(scope, of, dimension=dimension, group=group)
    if cases is None or of is None or of.first_day is None:
        return None
    if dimension and group and group in too_small(asked_by_group(scope, of, dimension), of.as_at):
        cases = []
    since = max(of.as_at - YEAR, of.first_day)
    lately = [case for case in cases if case.asked_on >= since]
    now = experience_now(cases, of.as_at, of.as_at - since)
    issued = shown_series(scope, ISSUED, "year", dimension=dimension, group=group, of=of)
    whole = [one for one in issued if one.complete] or issued
    return Clocks(
        of.as_at,
        of.first_day,
        whole[-1] if whole else None,
        experience(lately, of.as_at),
        now,
        what_to_expect(now),
        tuple(experience_by_month(lately, of.as_at).items()),
    )


def asked(
    scope: Scope, of: MeasuredSet | None, *, dimension: str = "", group: str = ""
) -> list[Asked] | None:
    """Every request on its clock; of one group where one is named. None before there are figures."""
    found = measured.clock_cohorts(scope, of=of)
    if found is None:
        return None
    rows: Sequence[dict[str, Any]] = found.rows.to_pylist()
    if dimension:
        rows = [row for row in rows if row.get(dimension) == group]
    return [asked_of_row(row) for row in rows]


def asked_by_group(scope: Scope, of: MeasuredSet | None, dimension: str) -> dict[str, list[Asked]]:
    """The requests of the year before the as-at day by group; empty where the dimension has no source."""
    found = measured.clock_cohorts(scope, of=of)
    if found is None or dimension not in found.rows.column_names:
        return {}
    since = max(found.as_at - YEAR, found.first_day)
    groups: dict[str, list[Asked]] = {}
    for row in found.rows.to_pylist():
        if row["asked_on"] >= since:
            groups.setdefault(row[dimension], []).append(asked_of_row(row))
    return groups


def too_small(groups: Mapping[str, Sequence[Asked]], as_at: date) -> frozenset[str]:
    """The groups whose clock would tell of few: of those with a plan in 20 weeks, or of those without."""
    counts = {}
    for group, cases in groups.items():
        plans = [case for case in cases if case.outcome is Outcome.PLAN]
        ends = [case.end_by(as_at) for case in plans]
        in_time = sum(days <= TWENTY_WEEKS and end > 0 for days, end in ends)
        counts[group] = (in_time, len(cases) - in_time)
    return withheld_at_once(counts) if counts else frozenset()


def clearing(scope: Scope, of: MeasuredSet | None, *, more: int) -> Clearing | None:
    """What happens to each clock if so many plans in a hundred more than of late are finished each month.

    Of the usual plans as many as of late go to children past 20 weeks, and all the extra ones do, the longest
    wait first. None before there are figures, and where no plan was issued of late.
    """
    cases = asked(scope, of)
    if cases is None or of is None:
        return None
    since = of.as_at - YEAR
    waits = [
        (case.ended_on - case.asked_on).days
        for case in cases
        if case.outcome is Outcome.PLAN and case.ended_on is not None and since < case.ended_on <= of.as_at
    ]
    if not waits:
        return None
    usual = round(len(waits) / 12)
    extra = round(usual * more / 100)
    for_late = round(usual * sum(wait > TWENTY_WEEKS for wait in waits) / len(waits)) + extra
    assumed = as_of_late(cases, of.as_at, [usual + extra] * MONTHS_AHEAD, [for_late] * MONTHS_AHEAD)
    open_now = [case for case in cases if case.asked_on <= of.as_at and case.end_by(of.as_at)[1] == 0]
    late = sum((of.as_at - case.asked_on).days > TWENTY_WEEKS for case in open_now)
    in_time = sum(wait <= TWENTY_WEEKS for wait in waits) / len(waits)
    return Clearing(
        len(open_now), late, assumed.requests, usual + extra, for_late, in_time, tuple(clear(assumed))
    )
