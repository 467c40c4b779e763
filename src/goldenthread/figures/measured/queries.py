"""What do pages ask of measures? The catalogue, a measure over time, by group, its clocks, and the walk back.

Reading a figure needs leave to see figures. The walk needs leave to see children's records besides, and tells
of those cases only that the reader reaches.
"""

from dataclasses import dataclass
from datetime import date

import pyarrow as pa
from django.conf import settings
from django.db.models import QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS, Dimension
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.settings import settings_of
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.queries.behind_figures import CaseBehind, cases_behind
from goldenthread.figures.measured.comparing import Comparison, compare
from goldenthread.figures.measured.keeping import clocks, facts_of
from goldenthread.figures.measured.reading import (
    measured,
    newest_period,
    over_time,
    rows,
    usual_period,
    why_none,
)
from goldenthread.figures.measured.values import FigureKey, Measured
from goldenthread.figures.models import CitedFigure, MeasuredSet
from goldenthread.organisations.queries import settings_rows


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure in the catalogue. `newest` is its figure for the newest whole period, if it has one."""

    measure: Measure
    why_none: str
    """Why it has no figures; empty where it has."""
    newest: Measured | None

    @property
    def has_source(self) -> bool:
        return not self.why_none


@dataclass(frozen=True, slots=True)
class Clocks:
    """What became of those who asked. `rows` as `goldenthread.analysis.clocks.CLOCKS`, and dimensions."""

    as_at: date
    first_day: date
    rows: pa.Table


@dataclass(frozen=True, slots=True)
class RecordBehind:
    """One record of a figure. `case` is None where the case is out of the reader's reach."""

    on_day: date
    numerator: float
    denominator: float
    case: CaseBehind | None


@dataclass(frozen=True, slots=True)
class Walk:
    """From a figure to what it counts: records of cases within reach, and how many there are besides.

    `of_no_case` are counts that were brought as such: no case stands behind them.
    """

    figure: Measured
    records: tuple[RecordBehind, ...]
    out_of_reach: int
    of_no_case: int = 0


def newest_measured(scope: Scope) -> MeasuredSet | None:
    """The newest ready set that stands for everyone; None before there is one."""
    scope.require(Permission.SEE_FIGURES)
    return _ready().filter(is_standing=True).first()


def measured_set(scope: Scope, set_id: int) -> MeasuredSet:
    """A set by its number, ready or not. Raises `NotFound`."""
    scope.require(Permission.SEE_FIGURES)
    found = MeasuredSet.objects.filter(area=settings.AREA, pk=set_id).first()
    if found is None:
        raise NotFound("There are no such figures.")
    return found


def measured_sets(scope: Scope) -> list[MeasuredSet]:
    """Every set whose files are kept or that is in the making, the newest first."""
    scope.require(Permission.SEE_FIGURES)
    return list(MeasuredSet.objects.filter(area=settings.AREA).order_by("-pk")[:20])


def measuring_now(scope: Scope) -> MeasuredSet | None:
    """The newest set, if it is not ready: being worked out (`step`, `done` of `to_do`), or failed."""
    scope.require(Permission.SEE_FIGURES)
    newest = MeasuredSet.objects.filter(area=settings.AREA).order_by("-pk").first()
    return newest if newest is not None and newest.status != MeasuredSet.Status.READY else None


def measure_named(scope: Scope, name: str) -> Measure:
    """A measure of the catalogue. Raises `NotFound`."""
    scope.require(Permission.SEE_FIGURES)
    found = measures().get(name)
    if found is None:
        raise NotFound("There is no such measure.")
    return found


def catalogue(scope: Scope, *, of: MeasuredSet | None = None) -> list[Listed]:
    """Every measure in the order of topics, with why it has no figures and otherwise its newest one."""
    chosen = of or newest_measured(scope)
    listed = []
    for measure in measures().values():
        why = why_none(measure, chosen)
        newest = None
        if chosen is not None and not why:
            whole = [one for one in over_time(chosen, measure, usual_period(measure)) if one.complete]
            newest = whole[-1] if whole else None
        listed.append(Listed(measure, why, newest))
    return listed


def dimensions(scope: Scope, *, of: MeasuredSet | None = None) -> list[tuple[Dimension, str]]:
    """Every dimension with why nothing is broken down by it; empty where it has a source."""
    chosen = of or newest_measured(scope)
    filled = chosen.dimensions if chosen is not None else []
    return [(one, "" if one.name in filled else "No source yet.") for one in DIMENSIONS.values()]


def series(
    scope: Scope,
    measure: str,
    by: str = "month",
    *,
    dimension: str = "",
    group: str = "",
    of: MeasuredSet | None = None,
) -> list[Measured]:
    """A measure in every period that the facts cover, oldest first; of everyone, or of one group.

    `by` is month, quarter or year, or day for the as-at day alone. A period in which nothing was counted has
    no value and says why; of a count, it is nought. Empty for a measure without a source, or before any set.
    """
    chosen, known = of or newest_measured(scope), measure_named(scope, measure)
    if chosen is None or why_none(known, chosen):
        return []
    return over_time(chosen, known, by, dimension, group)


def by_group(
    scope: Scope,
    measure: str,
    dimension: str,
    *,
    period: date | None = None,
    by: str = "year",
    of: MeasuredSet | None = None,
) -> list[Measured]:
    """A measure in one period for every group of a dimension, by name; the newest whole period unless told.

    Groups in which nothing was counted are left out. Empty where measure or dimension has no source.
    """
    chosen, known = of or newest_measured(scope), measure_named(scope, measure)
    if chosen is None or why_none(known, chosen) or dimension not in chosen.dimensions:
        return []
    wanted = period or newest_period(chosen, by)
    kept = rows(chosen, measure=measure, by=by, dimension=dimension, period=wanted)
    return sorted((measured(chosen, row) for row in kept), key=lambda one: one.key.group)


def figure(scope: Scope, key: FigureKey) -> Measured:
    """One figure. Raises `NotFound` where its set, measure or period is not there."""
    chosen, known = measured_set(scope, key.set_id), measure_named(scope, key.measure)
    if chosen.status != MeasuredSet.Status.READY or why_none(known, chosen):
        raise NotFound("There is no such figure.")
    found = [
        one
        for one in over_time(chosen, known, key.by, key.dimension, key.group)
        if one.key.period == key.period
    ]
    if not found:
        raise NotFound("There is no such figure.")
    return found[0]


def clock_cohorts(scope: Scope, *, of: MeasuredSet | None = None) -> Clocks | None:
    """Every request on its clock, for cumulative incidence; None before measures were worked out."""
    chosen = of or newest_measured(scope)
    if chosen is None or chosen.first_day is None:
        return None
    return Clocks(chosen.as_at, chosen.first_day, clocks(chosen))


def records_behind(scope: Scope, key: FigureKey) -> Walk:
    """What a figure counts: worked out again from the facts that it rests on. Raises `NotFound`.

    Adding the numerators and denominators of all records, within reach and out of it, gives the figure.
    """
    scope.require(Permission.SEE_CASES)
    found = figure(scope, key)
    chosen, known = measured_set(scope, key.set_id), measure_named(scope, key.measure)
    facts = Facts.from_folder(facts_of(chosen))
    places = settings_of(settings_rows(), "the list of settings")
    with measuring(facts, places, on=chosen.as_at) as running:
        rows = running.records_behind(
            known, by=key.by, period=key.period, dimension=key.dimension, group=key.group
        )
        case_ids = running.case_ids()
    cases = cases_behind(scope, [case_ids[row["case_key"]] for row in rows if row["case_key"] in case_ids])
    records = tuple(
        RecordBehind(
            row["on_day"],
            row["numerator"],
            row["denominator"],
            cases.get(case_ids.get(row["case_key"], 0)),
        )
        for row in rows
    )
    within = tuple(one for one in records if one.case is not None)
    counts = sum(row["case_key"] < 0 for row in rows)
    return Walk(found, within, len(records) - len(within) - counts, counts)


def cited_figures(scope: Scope) -> list[CitedFigure]:
    """Every figure that was cited, the newest first."""
    scope.require(Permission.SEE_FIGURES)
    return list(CitedFigure.objects.filter(place=settings.AREA).order_by("-pk"))


def cited_figure(scope: Scope, number: int) -> tuple[CitedFigure, Comparison | None]:
    """A cited figure beside what it would be now. Raises `NotFound`.

    Nothing to compare with where its measure is no longer in the catalogue, or no measures are worked out.
    """
    scope.require(Permission.SEE_FIGURES)
    found = CitedFigure.objects.filter(place=settings.AREA, pk=number).first()
    if found is None:
        raise NotFound("There is no such figure.")
    known, newest = measures().get(found.measure), newest_measured(scope)
    if known is None or newest is None:
        return found, None
    return found, compare(found, known, newest, by=scope)


def key_of_cited(scope: Scope, cited: CitedFigure) -> FigureKey | None:
    """The figure as it was cited, while the night that worked it out is kept: its cases can be listed."""
    scope.require(Permission.SEE_FIGURES)
    if not _ready().filter(pk=cited.measured_set_id).exists():
        return None
    of_whom = (cited.dimension, cited.group)
    return FigureKey(cited.measured_set_id, cited.measure, cited.by, cited.period, *of_whom)


def _ready() -> "QuerySet[MeasuredSet]":
    ready = MeasuredSet.objects.filter(area=settings.AREA, status=MeasuredSet.Status.READY)
    return ready.select_related("facts_of").order_by("-ready_at", "-pk")
