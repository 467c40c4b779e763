"""A measure over time as a process chart and as a sparkline; what became of those who asked."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from goldenthread.analysis.catalogue import Statistic
from goldenthread.analysis.statistics.incidence import Experience, Outcome
from goldenthread.analysis.statistics.polarity import Direction
from goldenthread.analysis.statistics.process_behaviour import Chart as Judged
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.rare_events import Kind
from goldenthread.figures.changes.charting import period_name
from goldenthread.figures.measured.values import last_day
from goldenthread.insight.measured.presenters.words import (
    change_words,
    qualified,
    rare_words,
    value_words,
    when,
    with_unit,
)
from goldenthread.insight.measured.queries import Reading
from goldenthread.ui.charts.incidence import Incidence, incidence
from goldenthread.ui.charts.incidence import Outcome as Drawn
from goldenthread.ui.charts.marks import Mark
from goldenthread.ui.charts.process import Limits, Process, Step, process
from goldenthread.ui.charts.scale import SHARE, Unit
from goldenthread.ui.charts.sparkline import Noise, sparkline
from goldenthread.ui.values import Chart, Column, Table
from goldenthread.ui.words import listed, rounded

MARKS: dict[Direction, Mark] = {
    Direction.BETTER: "better",
    Direction.WORSE: "worse",
    Direction.NEITHER: "changed",
}
NOT_PLAN = (
    ("not agreed", (Outcome.REFUSED, Outcome.NOT_ISSUED)),
    ("withdrawn", (Outcome.WITHDRAWN,)),
    ("moved away", (Outcome.MOVED,)),
)
WEEKS = 52
LAW = "20 weeks: reg 13(2)"


def scale_of(found: Reading) -> float:
    """The chart of a share counts from 0 to 1; a page, in a hundred."""
    return 100.0 if found.measure.statistic is Statistic.SHARE else 1.0


def unit_of(found: Reading) -> Unit:
    """Shares stand between nought and a hundred; other values have a scale of their own."""
    if found.measure.statistic is Statistic.SHARE:
        return SHARE
    places = 0 if found.measure.statistic is Statistic.COUNT else 1
    return Unit(share=False, written=lambda value: rounded(value, places))


def marks_of(judged: Judged) -> dict[int, Mark]:
    """The mark of each point that is part of a signal; of signals that disagree, neither good nor bad."""
    found: dict[int, Mark] = {}
    for signal in judged.signals:
        for point in signal.points:
            mark = MARKS[signal.direction]
            found[point] = mark if found.get(point, mark) == mark else "changed"
    return found


def unproved(marks: dict[int, Mark], found: Reading) -> dict[int, Mark]:
    """The marks, none of them good where the newest may not be called better."""
    chip = qualified(found)
    if chip is None or chip.kind != "changed":
        return marks
    return {point: "changed" if mark == "better" else mark for point, mark in marks.items()}


def limits_of(judged: Judged, scale: float) -> list[Limits]:
    """The stretches with their limits; one that is too short has its centre only."""
    found = []
    for stretch in judged.stretches:
        if stretch.limits is None:
            continue
        own = stretch.limits
        ends = [] if stretch.is_too_short else [[max(scale * each, 0) for each in own.lower]]
        ends += [] if stretch.is_too_short else [[scale * each for each in own.upper]]
        found.append(Limits(stretch.first, stretch.end - 1, scale * own.centre, *ends))
    return found


def over_time(found: Reading, *, full: bool = True) -> Chart | None:
    """The process chart with its numbers in a table; None where the measure has no series."""
    judged = found.chart
    if judged is None or not found.series:
        return None
    if found.rare is not None:
        return between_events(found, full=full)
    scale, names = scale_of(found), [period_name(one.key.by, one.key.period) for one in found.series]
    chart = Process(
        names,
        [None if value is None else scale * value for value in judged.values],
        limits_of(judged, scale),
        unproved(marks_of(judged), found),
        [Step(each.first, each.because or "") for each in judged.stretches[1:]],
        unit=unit_of(found),
    )
    finding = change_words(found)
    newest = found.newest
    stands = f"{with_unit(found.measure, newest)} in {when(newest)}" if newest else "nothing counted"
    title = f"{found.measure.title}: {stands}. {finding}"
    return Chart(
        finding=finding,
        shows=shows_words(found),
        drawing=process(chart, title=title, full=full),
        table=series_table(found, names),
    )


def between_events(found: Reading, *, full: bool = True) -> Chart | None:
    """The g or t chart of something rare; None before there are two events. The counts stand in the table."""
    seen = found.rare
    if seen is None or seen.chart is None:
        return None
    judged, last = seen.chart, len(seen.chart.gaps) - 1
    limits = [Limits(0, last, judged.centre)]
    if judged.standing is not Standing.TOO_FEW:
        limits = [Limits.level(0, last, centre=judged.centre, low=judged.lower or 0.0, high=judged.upper)]
    marks = {point: MARKS[signal.direction] for signal in judged.signals for point in signal.points}
    finding = rare_words(seen)
    drawn = Process(
        seen.names,
        judged.gaps,
        limits,
        unproved(marks, found),
        unit=Unit(share=False, written=lambda value: rounded(value, 0)),
        centre_name="median",
    )
    names = [period_name(one.key.by, one.key.period) for one in found.series]
    what = "cases" if judged.kind is Kind.CASES else "days"
    return Chart(
        finding=finding,
        shows=f"Each mark is the {what} from one event to the next, by the month in which it ended; the "
        "last is still open. Counts a month are so small that their chart would mislead. Beyond the limits a "
        "gap lies by chance 27 times in 10,000.",
        drawing=process(drawn, title=f"{found.measure.title}, {judged.kind}. {finding}", full=full),
        table=series_table(found, names),
    )


def shows_words(found: Reading) -> str:
    """What is drawn, and what the marks mean."""
    measure = found.measure
    what = (
        "Of 100, each period"
        if measure.unit == "%"
        else f"{measure.unit[:1].upper()}{measure.unit[1:]}, each period"
    )
    steps = "".join(
        f" New limits begin in {period_name('month', step.first_day)}: {step.because}."
        for step in found.steps
    )
    steps += unsettled(found)
    if found.chart is None or found.chart.standing is Standing.TOO_FEW:
        return f"{what}. The line is the average so far.{steps}"
    return (
        f"{what}. The band is what the measure varies by on its own; large marks are signals by the rules of "
        f"{found.chart.rules.name}.{steps}"
    )


def unsettled(found: Reading) -> str:
    """Which periods are over but left out, since much of what is counted in them is still to come."""
    weeks = found.measure.matures_in_weeks
    late = [one for one in found.unfinished if last_day(one.key.by, one.key.period) <= one.as_at]
    if not weeks or not late:
        return ""
    names = listed(period_name(one.key.by, one.key.period) for one in late)
    return f" Left out: {names}, since a period is settled {weeks} weeks after its end."


def series_table(found: Reading, names: Sequence[str]) -> Table:
    """The numbers behind the chart, the newest first."""
    share = found.measure.statistic is Statistic.SHARE
    columns = [Column("Period"), Column("Value", number=True)]
    columns += [Column("Counted", number=True), Column("Out of", number=True)] if share else []
    rows: list[list[str | float | None]] = []
    for name, one in reversed(list(zip(names, found.series, strict=True))):
        value = "not shown" if one.is_withheld else value_words(found.measure, one)
        row: list[str | float | None] = [name, value or None]
        if share:
            row += [None if one.numerator is None else round(one.numerator)]
            row += [None if one.denominator is None else round(one.denominator)]
        rows.append(row)
    return Table(columns, rows, caption=found.measure.title, missing="nothing counted", plain_names=True)


def small(found: Reading) -> Markup:
    """A line for a table: noise as a band, the last point as its signal."""
    judged = found.chart
    if judged is None or not found.series:
        return Markup()
    signal, scale = qualified(found), scale_of(found)
    last = judged.stretches[-1] if judged.stretches else None
    noise = None
    if found.rare is None and last is not None and last.limits is not None and not last.is_too_short:
        noise = Noise(
            scale * last.limits.centre, scale * max(last.limits.lower[-1], 0), scale * last.limits.upper[-1]
        )
    names = [period_name(one.key.by, one.key.period) for one in found.series]
    label = f"{found.measure.title}, {names[0]} to {names[-1]}: {signal.words if signal else ''}"
    values = [None if value is None else scale * value for value in judged.values]
    return sparkline(values, label=label, signal=signal.kind if signal else "steady", noise=noise)


def of_those_who_asked(found: Experience, finding: str) -> Chart | None:
    """What became of 100 who asked, as far as it is known; None where hardly anything is."""
    weeks = [week for week in range(WEEKS + 1) if found.is_known_at(7 * week)]
    if len(weeks) < 2:
        return None
    plan = [found.probability(7 * week) for week in weeks]
    shares = [0.0 if each is None else 100 * each.estimate for each in plan]
    others = [
        Drawn(name, [100 * sum(share_of(found, 7 * week, end) for end in ends) for week in weeks])
        for name, ends in NOT_PLAN
    ]
    chart = Incidence(
        weeks,
        Drawn("plan issued", shares),
        [other for other in others if other.values[-1] >= 0.5],
        low=[0.0 if each is None else 100 * (each.low or 0.0) for each in plan],
        high=[0.0 if each is None else 100 * (each.high or 0.0) for each in plan],
        limit=20,
        limit_name=LAW,
    )
    if weeks[-1] < 20:
        chart = replace(chart, limit=None)
    return Chart(
        finding=finding,
        shows="What became of 100 who asked, week by week, with the 95% interval of plans. "
        "Those who still wait count as waiting.",
        drawing=incidence(chart, title=finding),
        table=asked_table(chart),
    )


def share_of(found: Experience, days: int, outcome: Outcome) -> float:
    """The share that came to this end within so many days."""
    known = found.probability(days, outcome)
    return 0.0 if known is None else known.estimate


def asked_table(chart: Incidence) -> Table:
    """The numbers of the chart every four weeks."""
    columns = [
        Column("Week"),
        Column(chart.plan.name.capitalize(), number=True),
        Column("95% interval", number=True),
    ]
    columns += [Column(other.name.capitalize(), number=True) for other in chart.others]
    rows: list[list[str | float | None]] = []
    for at, week in enumerate(chart.weeks):
        if week % 4 and week != chart.weeks[-1]:
            continue
        interval = f"{rounded(chart.low[at], 0)} to {rounded(chart.high[at], 0)}"
        row: list[str | float | None] = [f"{week:g}", rounded(chart.plan.values[at], 0), interval]
        rows.append(row + [rounded(other.values[at], 0) for other in chart.others])
    return Table(columns, rows, caption="Of 100 who asked, by week", narrow="scroll", plain_names=True)
