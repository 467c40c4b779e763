"""What do pages ask of measures? The catalogue, a measure over time, by group, its clocks, and the walk back.

Reading a figure needs leave to see figures. The walk needs leave to see children's records besides, and tells
of those cases only that the reader reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings
from django.db.models import QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Counted, Measure, Statistic, measures
from goldenthread.analysis.dimensions import DIMENSIONS, Dimension
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.settings import settings_of
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.queries.behind_figures import CaseBehind, cases_behind
from goldenthread.figures.measured.keeping import clocks, facts_of, figures
from goldenthread.figures.measured.values import FigureKey, Measured, last_day, periods
from goldenthread.figures.models import MeasuredSet
from goldenthread.organisations.queries import settings_rows

NOTHING_HAPPENED = "Nothing was counted in this period."
NOT_WORKED_OUT = "Measures were not worked out yet."


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
    """From a figure to what it counts: records of cases within reach, and how many there are besides."""

    figure: Measured
    records: tuple[RecordBehind, ...]
    out_of_reach: int


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
            whole = [one for one in _over_time(chosen, measure, usual_period(measure)) if one.complete]
            newest = whole[-1] if whole else None
        listed.append(Listed(measure, why, newest))
    return listed


def why_none(measure: Measure, of: MeasuredSet | None) -> str:
    """Why a set holds no figures of a measure, as a sentence; empty where it does."""
    if of is None:
        return measure.none_yet or NOT_WORKED_OUT
    kept: Mapping[str, str] = of.measures.get(measure.name, {"why_none": NOT_WORKED_OUT})
    return str(kept["why_none"])


def usual_period(measure: Measure) -> str:
    """The kind of period that a measure is shown by unless asked otherwise."""
    return "day" if measure.counted is Counted.AS_AT_DAY else "month"


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
    return _over_time(chosen, known, by, dimension, group)


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
    rows = _rows(chosen, measure=measure, by=by, dimension=dimension, period=wanted)
    return sorted((_measured(chosen, row) for row in rows), key=lambda one: one.key.group)


def newest_period(of: MeasuredSet, by: str) -> date:
    """The first day of the newest period that is over; of the newest of all, where none is."""
    assert of.first_day is not None  # a ready set has one
    every = periods(by, of.first_day, of.as_at)
    whole = [one for one in every if last_day(by, one) <= of.as_at]
    return (whole or every)[-1]


def figure(scope: Scope, key: FigureKey) -> Measured:
    """One figure. Raises `NotFound` where its set, measure or period is not there."""
    chosen, known = measured_set(scope, key.set_id), measure_named(scope, key.measure)
    if chosen.status != MeasuredSet.Status.READY or why_none(known, chosen):
        raise NotFound("There is no such figure.")
    found = [
        one
        for one in _over_time(chosen, known, key.by, key.dimension, key.group)
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
    return Walk(found, within, len(records) - len(within))


def _ready() -> "QuerySet[MeasuredSet]":
    ready = MeasuredSet.objects.filter(area=settings.AREA, status=MeasuredSet.Status.READY)
    return ready.select_related("facts_of").order_by("-ready_at", "-pk")


def _rows(of: MeasuredSet, **columns: object) -> list[dict[str, object]]:
    table = figures(of)
    for name, value in columns.items():
        table = table.filter(pc.equal(table[name], pa.scalar(value, table.schema.field(name).type)))
    rows: list[dict[str, object]] = table.to_pylist()
    return rows


def _over_time(
    of: MeasuredSet, measure: Measure, by: str, dimension: str = "", group: str = ""
) -> list[Measured]:
    assert of.first_day is not None  # a ready set has one
    rows = _rows(of, measure=measure.name, by=by, dimension=dimension, group=group)
    there = {row["period"]: _measured(of, row) for row in rows}
    if not there and (by == "day") != (measure.counted is Counted.AS_AT_DAY):
        return []
    every = periods(by, of.first_day, of.as_at)
    return [there.get(one) or _nothing(of, measure, by, one, dimension, group) for one in every]


def _measured(of: MeasuredSet, row: Mapping[str, object]) -> Measured:
    kept = {name: row[name] for name in ("records", "numerator", "denominator", "value", "upper")}
    key = FigureKey(of.pk, *(row[name] for name in ("measure", "by", "period", "dimension", "group")))  # type: ignore[arg-type]
    why = NOTHING_HAPPENED if row["value"] is None else ""
    return Measured(**_about(of, key, row["version"]), **kept, why_none=why)  # type: ignore[arg-type]


def _nothing(
    of: MeasuredSet, measure: Measure, by: str, period: date, dimension: str, group: str
) -> Measured:
    about = _about(of, FigureKey(of.pk, measure.name, by, period, dimension, group), measure.version)
    if measure.statistic is Statistic.COUNT:
        return Measured(**about, numerator=0.0, denominator=0.0, value=0.0)  # type: ignore[arg-type]
    return Measured(**about, why_none=NOTHING_HAPPENED)  # type: ignore[arg-type]


def _about(of: MeasuredSet, key: FigureKey, version: object) -> dict[str, object]:
    return {
        "key": key,
        "version": version,
        "place": of.area,
        "as_at": of.as_at,
        "position": of.position,
        "digest": of.facts_digest,
        "complete": last_day(key.by, key.period) <= of.as_at,
    }
