"""Choose a measure, a breakdown and a period; share the address; take the numbers or the picture along."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.analysis.dimensions import DIMENSIONS, Dimension
from goldenthread.figures.measured.values import Measured, interval
from goldenthread.insight.measured.explore import Explored
from goldenthread.insight.measured.presenters.charts import over_time
from goldenthread.insight.measured.presenters.measure import BY, query_of
from goldenthread.insight.measured.presenters.words import change_words, value_words, when, with_unit
from goldenthread.ui.charts.intervals import Interval, Overall, intervals
from goldenthread.ui.charts.scale import COUNT
from goldenthread.ui.values import Chart, Column, Filter, Link, Option, Table


def explore_page(found: Explored, offered: Sequence[Measure], ways: Sequence[Dimension]) -> dict[str, Any]:
    """Everything on the page."""
    measure, query = found.found.measure, query_of(found.found.measure.name, found.chosen)
    files = (
        []
        if found.found.why_none
        else [("CSV", "explore-csv"), ("SVG", "explore-svg"), ("PNG", "explore-png")]
    )
    return {
        "title": measure.title,
        "finding": finding(found),
        "filters": filters(found, offered, ways),
        "chart": over_time(found.found),
        "groups_chart": groups_chart(found),
        "groups_table": groups_table(found),
        "downloads": [Link(f"Download {kind}", f"{reverse(name)}?{query}") for kind, name in files],
        "definition": Link("What it counts, and who answers for it", reverse("measure", args=[measure.name])),
        "address": f"{reverse('explore')}?{query}",
    }


def finding(found: Explored) -> str:
    """The newest figure, and what may be said of its change."""
    reading = found.found
    if reading.why_none:
        return f"No source yet. {reading.why_none}"
    if reading.newest is None:
        return "Nothing was counted."
    who = f"{found.named(found.chosen.group)}: " if found.chosen.group else ""
    return (
        f"{who}{with_unit(reading.measure, reading.newest)} in {when(reading.newest)}. "
        f"{change_words(reading)}"
    )


def filters(found: Explored, offered: Sequence[Measure], ways: Sequence[Dimension]) -> list[Filter]:
    """Measure, kind of period, breakdown, and one of its groups."""
    chosen, name = found.chosen, found.found.measure.name
    options = [Option(one.name, one.title, one.name == name) for one in offered]
    if name not in {one.name for one in offered}:
        options.append(Option(name, f"{found.found.measure.title} (no source yet)", chosen=True))
    breakdowns = [Option("", "Everyone", not chosen.dimension)]
    breakdowns += [Option(one.name, one.title, one.name == chosen.dimension) for one in ways]
    bars = [
        Filter("measure", "Measure", options),
        Filter(
            "by", "Each", [Option(key, words, key == (chosen.by or "month")) for key, words in BY.items()]
        ),
        Filter("dimension", "Broken down by", breakdowns),
    ]
    if found.groups:
        groups = [Option("", "All", not chosen.group)]
        groups += [
            Option(one.key.group, found.named(one.key.group), one.key.group == chosen.group)
            for one in found.groups
        ]
        bars.append(Filter("group", DIMENSIONS[chosen.dimension].title, groups))
    return bars


def groups_chart(found: Explored) -> Chart | None:
    """Every group in the newest whole period, with its interval where it is a share."""
    measure = found.found.measure
    shown = [one for one in found.groups if one.value is not None]
    if len(shown) < 2 or measure.statistic not in (Statistic.SHARE, Statistic.COUNT):
        return None
    title = f"{measure.title} by {DIMENSIONS[found.chosen.dimension].title.lower()}, {when(shown[0])}"
    rows = sorted((as_interval(found, one) for one in shown), key=lambda row: -row.value)
    if measure.statistic is Statistic.COUNT:
        drawing = intervals(rows, title=title, unit=COUNT)
        return Chart(title, "How many in each group. Groups are of different sizes.", drawing)
    all_of_them = found.everyone.value if found.everyone else None
    overall = Overall("all", all_of_them) if all_of_them is not None else None
    drawing = intervals(rows, title=title, overall=overall)
    return Chart(
        title, "With 95% intervals. Whether a difference is more than chance: see Everywhere.", drawing
    )


def as_interval(found: Explored, one: Measured) -> Interval:
    """A group on the chart; a count is drawn without an interval."""
    around = interval(found.found.measure, one)
    value = one.value or 0.0
    low, high = (around.low or 0.0, around.high or 100.0) if around else (value, value)
    return Interval(found.named(one.key.group), value, low, high)


def groups_table(found: Explored) -> Table | None:
    """Every group with its figure; too small ones say so."""
    measure = found.found.measure
    if not found.groups:
        return None
    share = measure.statistic is Statistic.SHARE
    rows: list[list[str | float | None]] = []
    for one in found.groups:
        if one.is_withheld:
            rows.append([found.named(one.key.group), None, *([None, None] if share else [])])
            continue
        parts = [round(one.numerator or 0), round(one.denominator or 0)] if share else []
        rows.append([found.named(one.key.group), value_words(measure, one) or None, *parts])
    columns = [Column(DIMENSIONS[found.chosen.dimension].title), Column("Value", number=True)]
    columns += [Column("Counted", number=True), Column("Out of", number=True)] if share else []
    return Table(
        columns, rows, caption=f"Every group, {when(found.groups[0])}", missing="not shown", narrow="scroll"
    )
