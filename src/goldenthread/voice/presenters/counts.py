"""Complaints, compliments and contacts in words: the newest count, whether it changed, and its chart."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.analysis.statistics.polarity import Direction
from goldenthread.analysis.statistics.process_behaviour import FEWEST_POINTS, Standing
from goldenthread.analysis.statistics.process_behaviour import Chart as Judged
from goldenthread.ui.charts.marks import Mark
from goldenthread.ui.charts.process import Limits, Process, process
from goldenthread.ui.charts.scale import COUNT, SHARE, Unit
from goldenthread.ui.values import Cell, Chart, Column, Link, Row, Signal, SignalKind, Table
from goldenthread.ui.words import plural, rounded, thousands
from goldenthread.voice.changes import charted, middle, percentile, period_name, periods_of
from goldenthread.voice.presenters.words import EXAMPLE, HIDDEN, Cells, hundred
from goldenthread.voice.queries.counted import LATELY, Counted, GroupCount, Point

KINDS: dict[Standing, SignalKind] = {
    Standing.BETTER: "better",
    Standing.WORSE: "worse",
    Standing.CHANGED: "changed",
    Standing.NO_CHANGE: "steady",
    Standing.TOO_FEW: "few",
}
CHIPS = {
    Standing.BETTER: "Better",
    Standing.WORSE: "Worse",
    Standing.CHANGED: "Changed",
    Standing.NO_CHANGE: "No change",
}
MARKS: dict[Direction, Mark] = {
    Direction.BETTER: "better",
    Direction.WORSE: "worse",
    Direction.NEITHER: "changed",
}
DAYS = Unit(share=False, written=lambda value: rounded(value, 1))


def counts_table(found: Sequence[Counted]) -> Table:
    """Everything that is counted, with its newest period and what may be said of it."""
    columns = [Column("What is counted"), Column("Newest"), Column("Count", number=True)]
    columns += [Column("Of", number=True), Column("Share, or middle answer time"), Column("Change")]
    return Table(
        columns, [_row(each) for each in found], "What is counted", caption_shown=False, missing="none"
    )


def _row(each: Counted) -> Cells:
    name = Cell(
        each.series.title,
        href=reverse("count-series", args=[each.series.key]),
        note="Example" if each.series.is_example else "",
    )
    if not each.points:
        return [name, None, None, None, None, None]
    newest = each.points[-1]
    when = period_name(newest.first_day, each.series.every)
    chip = Cell(signal=signal_of(charted(each)))
    return [name, when, newest.count, newest.out_of, _value(each, newest), chip]


def _value(each: Counted, point: Point) -> str | None:
    """The share of a part, or the middle answer time; None of what is only counted."""
    if each.counts.by_working_days:
        return days_words(middle(each.days.get(point.first_day, {})))
    return None if not point.out_of else hundred(point.count / point.out_of)


def days_words(days: float | None) -> str | None:
    """3 working days."""
    if days is None:
        return None
    return plural(int(days), "working day") if days == int(days) else f"{rounded(days, 1)} working days"


def signal_of(judged: Judged) -> Signal:
    """The chip: what may be said of now."""
    if judged.standing is Standing.TOO_FEW:
        return Signal("few", plural(sum(value is not None for value in judged.values), "period"))
    return Signal(KINDS[judged.standing], CHIPS[judged.standing])


def series_values(found: Counted) -> dict[str, Any]:
    """One series: how it stands, its chart with the numbers, groups, and where it comes from."""
    row, judged = found.series, charted(found)
    return {
        "title": row.title,
        "example": EXAMPLE if row.is_example else "",
        "lead": lead_words(found),
        "chart": chart_of_series(found, judged) if found.points else None,
        "groups": list(_groups_tables(found)),
        "facts": list(_facts(found)),
        "above": Link("Complaints and contacts", reverse("counts")),
    }


def lead_words(found: Counted) -> str:
    """41 in Nov 2024; 30 of 40 in Jan 2024, 75%."""
    if not found.points:
        return "Nothing is counted yet."
    newest = found.points[-1]
    when = period_name(newest.first_day, found.series.every)
    value = _value(found, newest)
    if found.counts.by_working_days:
        long = percentile(found.days.get(newest.first_day, {}), 0.9)
        return (
            f"In {when} the middle answer took {value}; nine of ten took {days_words(long)} or less "
            f"({thousands(newest.count)} answered)."
        )
    if newest.out_of is not None and value is not None:
        return f"{thousands(newest.count)} of {thousands(newest.out_of)} in {when}: {value}."
    return f"{thousands(newest.count)} in {when}."


def chart_of_series(found: Counted, judged: Judged) -> Chart:
    """The process chart with its numbers in a table."""
    unit, scale = _unit(found)
    names = [period_name(each, found.series.every) for each in periods_of(found)]
    drawn = Process(
        names,
        [None if value is None else scale * value for value in judged.values],
        _limits(judged, scale),
        _marks(judged),
        unit=unit,
    )
    finding = judged.words
    return Chart(
        finding=finding,
        shows=_shows(found, judged),
        drawing=process(drawn, title=f"{found.series.title}. {lead_words(found)} {finding}"),
        table=_numbers(found),
    )


def _unit(found: Counted) -> tuple[Unit, float]:
    if found.counts.by_working_days:
        return DAYS, 1.0
    return (COUNT, 1.0) if found.counts.out_of is None else (SHARE, 100.0)


def _shows(found: Counted, judged: Judged) -> str:
    whole = found.counts.out_of
    what = "Each period" if whole is None else f"Of 100 {whole.value}, each period"
    if found.counts.by_working_days:
        what = "The middle answer time in working days, each period"
    if judged.standing is Standing.TOO_FEW:
        return f"{what}. The line is the average so far; with {FEWEST_POINTS} periods there are limits."
    return f"{what}. The band is what it varies by on its own; large marks are signals."


def _limits(judged: Judged, scale: float) -> list[Limits]:
    found = []
    for stretch in judged.stretches:
        if stretch.limits is None:
            continue
        own = stretch.limits
        ends = [] if stretch.is_too_short else [[max(scale * each, 0) for each in own.lower]]
        ends += [] if stretch.is_too_short else [[scale * each for each in own.upper]]
        found.append(Limits(stretch.first, stretch.end - 1, scale * own.centre, *ends))
    return found


def _marks(judged: Judged) -> dict[int, Mark]:
    found: dict[int, Mark] = {}
    for signal in judged.signals:
        for point in signal.points:
            mark = MARKS[signal.direction]
            found[point] = mark if found.get(point, mark) == mark else "changed"
    return found


def _numbers(found: Counted) -> Table:
    columns = [Column("Period"), Column("Count", number=True)]
    if found.counts.out_of is not None:
        columns += [Column("Of", number=True), Column("Share", number=True)]
    if found.counts.by_working_days:
        columns += [Column("Middle answer time", number=True), Column("Nine of ten within", number=True)]
    rows: list[Cells] = []
    for point in reversed(found.points):
        row: Cells = [period_name(point.first_day, found.series.every), point.count]
        if found.counts.out_of is not None:
            row += [point.out_of, _value(found, point)]
        if found.counts.by_working_days:
            days = found.days.get(point.first_day, {})
            row += [days_words(middle(days)), days_words(percentile(days, 0.9))]
        rows.append(row)
    return Table(columns, rows, found.series.title, missing="not known", plain_names=True)


def _groups_tables(found: Counted) -> Iterator[Table]:
    """By group over the newest periods, with small groups left out."""
    columns = [Column("Group"), Column("Count", number=True)]
    if found.counts.out_of is not None:
        columns += [Column("Of", number=True), Column("Share", number=True)]
    last = plural(min(LATELY, len(found.points)), found.series.every)
    for dimension, groups in found.groups.items():
        caption = f"By {DIMENSIONS[dimension].title.lower()}, the newest {last}"
        rows = [_group_row(group, share=found.counts.out_of is not None) for group in groups]
        yield Table(columns, rows, caption, missing="not shown, to protect small groups")


def _group_row(group: GroupCount, *, share: bool) -> Cells:
    row: Cells = [group.group, HIDDEN if group.count is None else group.count]
    if share:
        known = group.count is not None and group.out_of
        row += [group.out_of, hundred(group.count / group.out_of) if known else None]  # type: ignore[operator]
    return row


def _facts(found: Counted) -> Iterator[Row]:
    yield Row("Source", found.series.source or "Nobody has said")
    if found.counts.out_of is not None:
        yield Row("Out of", found.counts.out_of.words)
    yield Row("Which way is better", found.counts.better.value.capitalize())
