"""Who waits longest, by how much, is it more than chance? One measure in every group of one dimension."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Measure, Statistic, measures
from goldenthread.analysis.dimensions import DIMENSIONS, Dimension
from goldenthread.analysis.statistics.consistency import Consistency, consistency
from goldenthread.analysis.statistics.equity import (
    Equity,
    unequal_chances,
    unequal_shares,
    who_waits_longest,
)
from goldenthread.analysis.statistics.funnel import Funnel, Mean, Unit, funnel_of_means, funnel_of_shares
from goldenthread.analysis.statistics.incidence import Outcome
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import polarity_of
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.asked import asked_in
from goldenthread.figures.measured.groups import names_of, widest
from goldenthread.figures.measured.reading import NOT_WORKED_OUT, why_none
from goldenthread.figures.measured.showing import shown_groups
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import MeasuredSet
from goldenthread.insight.measured.clocks import YEAR, asked_by_group, too_small

ASKED = "children_who_asked"
"""Not a measure of the catalogue but the second clock: the chance of a plan within 20 weeks of asking."""
WAITS = {"days_to_plan": "plans issued", "days_open": "open requests"}
"""Measures whose middle is one of days waited: for each group, of whom."""
TOO_SMALL = "The groups are too small to be shown beside each other."


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A share in every group of a dimension, with what may be said of the differences.

    `why_none` says why where nothing can be compared.
    """

    measure: Measure | None
    """None for the second clock."""
    dimension: Dimension
    of: MeasuredSet | None
    why_none: str = ""
    withheld: tuple[str, ...] = ()
    """The groups that are in no chart and no table, since they would tell of few children."""
    funnel: Funnel | None = None
    equity: Equity | None = None
    consistency: Consistency | None = None


def comparable(scope: Scope, of: MeasuredSet | None) -> list[Measure]:
    """The measures that can be compared between groups: shares and waits with a source."""
    scope.require(Permission.SEE_FIGURES)
    can = [one for one in measures().values() if one.statistic is Statistic.SHARE or one.name in WAITS]
    return [one for one in can if not why_none(one, of)]


def everywhere(scope: Scope, name: str, dimension: str, of: MeasuredSet | None) -> Everywhere:
    """One measure, or the second clock, in every group. Raises `NotFound` for neither."""
    scope.require(Permission.SEE_FIGURES)
    if dimension not in DIMENSIONS:
        raise NotFound("There is no such way to break figures down.")
    way = DIMENSIONS[dimension]
    without = dict((one.name, why) for one, why in measured.dimensions(scope, of=of))[dimension]
    if name == ASKED:
        return _of_those_who_asked(scope, way, of, without)
    measure = measured.measure_named(scope, name)
    if measure.statistic is not Statistic.SHARE and name not in WAITS:
        raise NotFound("Only shares and waits can be compared between groups.")
    why = why_none(measure, of) or without
    if why or of is None:
        return Everywhere(measure, way, of, why)
    if name in WAITS:
        return _of_waits(scope, measure, way, of)
    groups = shown_groups(scope, name, dimension, by=widest(name), of=of)
    named = names_of(scope, dimension)
    counted = {named(one.key.group): _parts(one) for one in groups if one.value is not None}
    units = [Unit(group, up, down) for group, (up, down) in counted.items()]
    return Everywhere(
        measure,
        way,
        of,
        "" if units else TOO_SMALL if groups else "Nothing was counted in any group.",
        tuple(named(one.key.group) for one in groups if one.is_withheld),
        funnel_of_shares(units) if len(units) > 1 else None,
        unequal_shares(counted, polarity_of(measure)) if len(units) > 1 else None,
        consistency(counted) if len(units) > 1 else None,
    )


def _of_waits(scope: Scope, measure: Measure, way: Dimension, of: MeasuredSet) -> Everywhere:
    """Who waits longest: the days of each group's children beside everybody else's, and their means."""
    named = names_of(scope, way.name)
    groups = shown_groups(scope, measure.name, way.name, by=widest(measure.name), of=of)
    hidden = tuple(named(one.key.group) for one in groups if one.is_withheld)
    waits = {
        named(one.key.group): days
        for one in groups
        if not one.is_withheld and (days := waits_in(of, measure.name, way.name, one.key.group))
    }
    enough = [
        Mean(group, fmean(days), stdev(days), len(days)) for group, days in waits.items() if len(days) > 1
    ]
    several = len(waits) > 1
    return Everywhere(
        measure,
        way,
        of,
        "" if waits else TOO_SMALL if groups else "Nothing was counted in any group.",
        hidden,
        funnel_of_means(enough) if len(enough) > 1 else None,
        who_waits_longest(waits) if several else None,
    )


def waits_in(of: MeasuredSet, name: str, dimension: str, group: str) -> list[int]:
    """The days that the children of a group waited: for a plan that came in the year, or so far."""
    since = max(of.as_at - YEAR, of.first_day or of.as_at)
    cases = asked_in(of, dimension, group)
    if name == "days_open":
        return [days for days, end in (case.end_by(of.as_at) for case in cases) if end == 0]
    return [
        (case.ended_on - case.asked_on).days
        for case in cases
        if case.outcome is Outcome.PLAN and case.ended_on is not None and since <= case.ended_on <= of.as_at
    ]


def _of_those_who_asked(scope: Scope, way: Dimension, of: MeasuredSet | None, without: str) -> Everywhere:
    if without or of is None:
        return Everywhere(None, way, of, without or NOT_WORKED_OUT)
    named = names_of(scope, way.name)
    every = asked_by_group(scope, of, way.name)
    hidden = too_small(every, of.as_at)
    cases = {named(group): asked for group, asked in every.items() if group not in hidden}
    found = unequal_chances(cases, of.as_at) if len(cases) > 1 else None
    why = "" if found else TOO_SMALL if hidden else "Nobody asked in any group."
    return Everywhere(None, way, of, why, tuple(named(group) for group in sorted(hidden)), equity=found)


def _parts(one: Measured) -> tuple[int, int]:
    return round(one.numerator or 0), round(one.denominator or 0)


def who_waits(scope: Scope, of: MeasuredSet | None) -> Sequence[Dimension]:
    """The dimensions that say who a child is, and that have a source."""
    return [one for one, why in measured.dimensions(scope, of=of) if not why]
