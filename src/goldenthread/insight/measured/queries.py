"""A measure as a page reads it: its series, what may be said of its change, what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.conf import settings

from goldenthread.accounts.roles import Permission
from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS, Dimension
from goldenthread.analysis.statistics.process_behaviour import Chart
from goldenthread.analysis.statistics.verdicts import Judged
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.changes.claims import Seen, judged
from goldenthread.figures.changes.queries import declared_steps, notices_for
from goldenthread.figures.changes.rarity import Rarity, rarity
from goldenthread.figures.measured import queries as measured
from goldenthread.figures.measured.groups import names_of, widest
from goldenthread.figures.measured.reading import usual_period, why_none
from goldenthread.figures.measured.showing import shown_groups, shown_series
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.models import DeclaredStep, MeasuredSet, WatchNotice
from goldenthread.figures.open_data.comparing import compared
from goldenthread.figures.open_data.published import NotPublished
from goldenthread.insight.measured.headlines import HEADLINES, HOW_MANY, PUBLISHED


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The newest published figure with the same definition: of our area and of England."""

    period: str
    ours: Decimal | None
    england: Decimal | None
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure in whole periods, oldest first, with its chart; none of both where `why_none` says why."""

    measure: Measure
    why_none: str
    series: tuple[Measured, ...] = ()
    chart: Chart | None = None
    steps: tuple[DeclaredStep, ...] = ()
    unfinished: tuple[Measured, ...] = ()
    """The periods that run on after the as-at day, or are not settled by then."""
    rare: Rarity | None = None
    """What lies between its events, where they are so rare that a chart of counts would mislead."""
    judged: Judged | None = None
    """What may be said of the newest month once every check was made; None where neither way is better."""

    @property
    def newest(self) -> Measured | None:
        """The newest figure of a whole period that has a value; the newest without one, where none has."""
        valued = [one for one in self.series if one.value is not None]
        known = valued or list(self.series)
        known = known or list(self.unfinished)
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader chose: which set, kind of period, and group of a dimension; empty for the usual."""

    of: MeasuredSet | None = None
    by: str = ""
    dimension: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """A measure with the measures that it is read beside and a published figure of the same definition."""

    reading: Reading
    balancing: tuple[Reading, ...]
    benchmark: Benchmark | None
    chosen: Chosen
    groups: tuple[tuple[str, str], ...] = ()
    """The groups of the chosen dimension, each with its name."""
    broken_down_by: tuple[tuple[str, str], ...] = ()
    """Names and titles of dimensions with a source."""
    not_yet: tuple[str, ...] = ()
    """Titles of dimensions without one."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What a leader sees: the set, the headline measures, and what the leader's own watches have seen."""

    of: MeasuredSet | None
    in_the_making: MeasuredSet | None
    rows: tuple[MeasurePage, ...] = ()
    notices: tuple[WatchNotice, ...] = field(default=())


def chosen_set(scope: Scope, set_id: int | None) -> MeasuredSet | None:
    """The set that was chosen, else the newest that stands for everyone. Raises `NotFound`."""
    if set_id is None:
        return measured.newest_measured(scope)
    found = measured.measured_set(scope, set_id)
    if found.status != MeasuredSet.Status.READY:
        raise NotFound("These figures are not there yet.")
    return found


def reading(
    scope: Scope, name: str, chosen: Chosen, steps: dict[str, list[DeclaredStep]] | None = None
) -> Reading:
    """One measure, of everyone or of one group. Raises `NotFound` for no such measure."""
    measure = measured.measure_named(scope, name)
    why = why_none(measure, chosen.of)
    if why or chosen.of is None:
        return Reading(measure, why)
    by = chosen.by or usual_period(measure)
    every = shown_series(scope, name, by, dimension=chosen.dimension, group=chosen.group, of=chosen.of)
    declared = (steps if steps is not None else declared_steps(scope)).get(name, [])
    whole = tuple(one for one in every if one.complete)
    chart = charted(measure, whole, declared) if by != "day" and whole else None
    unfinished = tuple(one for one in every if not one.complete)
    seen = None
    seldom = rarity(chosen.of, measure) if by == "month" and not chosen.group else None
    if chart is not None and by == "month" and seldom is None:
        every_step = steps if steps is not None else declared_steps(scope)
        group = (chosen.dimension, chosen.group) if chosen.group else ("", "")
        seen = Seen(chosen.of, measure, whole, chart, every_step, *group)
    verdict = judged(seen) if seen is not None else None
    return Reading(measure, "", whole, chart, tuple(declared), unfinished, seldom, verdict)


def benchmark(scope: Scope, name: str) -> Benchmark | None:
    """The newest published figure that counts as the measure does; None where none is published."""
    scope.require(Permission.SEE_FIGURES)
    if name not in PUBLISHED:
        return None
    table, column = PUBLISHED[name]
    try:
        years = compared(table, column, settings.AREA)
    except NotPublished:
        return None
    if not years:
        return None
    now = years[-1]
    return Benchmark(now.period, now.area.value, now.england.value if now.england else None, table, column)


def page_of(
    scope: Scope, name: str, chosen: Chosen, steps: dict[str, list[DeclaredStep]] | None = None
) -> MeasurePage:
    """A measure with all that its page shows. Raises `NotFound` for no such measure, dimension or group."""
    steps = declared_steps(scope) if steps is None else steps
    if chosen.dimension and chosen.dimension not in DIMENSIONS:
        raise NotFound("There is no such way to break figures down.")
    found = reading(scope, name, chosen, steps)
    plain = Chosen(chosen.of)
    ways = measured.dimensions(scope, of=chosen.of)
    return MeasurePage(
        reading=found,
        balancing=tuple(reading(scope, other, plain, steps) for other in found.measure.balancing),
        benchmark=benchmark(scope, name),
        chosen=chosen,
        groups=groups_of(scope, name, chosen),
        broken_down_by=tuple((one.name, one.title) for one, why in ways if not why),
        not_yet=tuple(one.title for one, why in ways if why),
    )


def groups_of(scope: Scope, name: str, chosen: Chosen) -> tuple[tuple[str, str], ...]:
    """The groups of the chosen dimension in which anything was counted in the newest year."""
    if not chosen.dimension:
        return ()
    found = shown_groups(scope, name, chosen.dimension, by=widest(name), of=chosen.of)
    named = names_of(scope, chosen.dimension)
    return tuple((one.key.group, named(one.key.group)) for one in found)


def group_to_watch(scope: Scope, name: str, dimension: str, group: str) -> str:
    """The name of a group that may be shown, and so watched; empty for everyone. Raises `NotFound`."""
    if not group:
        return ""
    of = measured.newest_measured(scope)
    shown = dict(groups_of(scope, name, Chosen(of, dimension=dimension, group=group)))
    hidden = [
        one.key.group
        for one in (shown_groups(scope, name, dimension, by=widest(name), of=of) if dimension else ())
        if one.is_withheld
    ]
    if group not in shown or group in hidden:
        raise NotFound("There is no such group, or it is too small to be watched.")
    return shown[group]


def overview(scope: Scope, of: MeasuredSet | None) -> Overview:
    """The headline measures that have figures, in their order of worth, filled up from the catalogue."""
    scope.require(Permission.SEE_FIGURES)
    steps = declared_steps(scope)
    names = [name for name in HEADLINES if name in measures()]
    names += [name for name in measures() if name not in names]
    rows: list[MeasurePage] = []
    for name in names:
        if len(rows) == HOW_MANY:
            break
        if not why_none(measures()[name], of):
            found = reading(scope, name, Chosen(of), steps)
            if found.newest is None or found.newest.value is None:
                continue
            beside = tuple(reading(scope, other, Chosen(of), steps) for other in found.measure.balancing)
            rows.append(MeasurePage(found, beside, benchmark(scope, name), Chosen(of)))
    return Overview(of, measured.measuring_now(scope), tuple(rows), tuple(notices_for(scope)))


def offered(scope: Scope, of: MeasuredSet | None) -> tuple[list[Measure], list[Dimension]]:
    """The measures and the dimensions that have a source."""
    with_source = [one for one in measures().values() if not why_none(one, of)]
    return with_source, [one for one, why in measured.dimensions(scope, of=of) if not why]


def as_at_choices(scope: Scope) -> Sequence[MeasuredSet]:
    """The sets that may be chosen, the newest first."""
    return [one for one in measured.measured_sets(scope) if one.status == MeasuredSet.Status.READY]
