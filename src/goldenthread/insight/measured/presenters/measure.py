"""One measure: finding, both clocks where it is of time, chart, figure, places, definition, downloads."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.analysis.catalogue import Counted, Direction, Topic
from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.figures.measured.values import FigureKey, interval
from goldenthread.insight.measured.clocks import Clocks
from goldenthread.insight.measured.presenters import clocks as clock_words
from goldenthread.insight.measured.presenters.charts import over_time
from goldenthread.insight.measured.presenters.words import (
    as_at_words,
    change_words,
    doubts,
    parts_words,
    qualified,
    signal_of,
    value_words,
    when,
    with_unit,
)
from goldenthread.insight.measured.queries import Benchmark, Chosen, MeasurePage, Reading
from goldenthread.ui.values import Cell, Column, Filter, Link, Option, Row, Table, Tie
from goldenthread.ui.values import Figure as Shown
from goldenthread.ui.words import day, listed, percent, rounded

BY = {"month": "Month", "quarter": "Quarter", "year": "Year"}
BETTER = {
    Direction.HIGHER: "Higher is better",
    Direction.LOWER: "Lower is better",
    Direction.NEITHER: "Neither is better",
}
COUNTED = {
    Counted.EVENTS: "What happened in the period",
    Counted.MONTH_ENDS: "What stood at the end of each month",
    Counted.AS_AT_DAY: "What stood on the as-at day; days before are not known",
}


def measure_page(found: MeasurePage, clocks: Clocks | None, *, may_walk: bool) -> dict[str, Any]:
    """Everything on the page of one measure."""
    measure = found.reading.measure
    chart = over_time(found.reading)
    timely = measure.topic is Topic.TIMELINESS and clocks is not None
    return {
        "title": measure.title,
        "caption": measure.topic.value,
        "finding": finding(found),
        "why_none": found.reading.why_none,
        "why": measure.why,
        "chart": chart,
        "judged": judged_words(found.reading),
        "doubts": doubts(found.reading),
        "figure": newest_figure(found, may_walk=may_walk),
        "benchmark": benchmark_figure(found.benchmark),
        "pair": clock_words.pair(clocks, qualified(found.reading)) if timely and clocks else None,
        "clock_chart": clock_words.chart_of(clocks) if timely and clocks else None,
        "clock_rows": [*clock_words.explained(), *clock_words.waits(clocks)] if timely and clocks else [],
        "beside": beside_table(found),
        "filters": filters(found),
        "definition": definition(found),
        "not_yet": "Nothing is broken down yet by "
        f"{listed(title.lower() for title in found.not_yet)}: no source yet."
        if found.not_yet
        else "",
        "links": links(found),
    }


def finding(found: MeasurePage) -> str:
    """The sentence that a leader reads and stops."""
    reading = found.reading
    if reading.why_none:
        return f"No source yet. {reading.why_none}"
    if reading.newest is None:
        return "Nothing was counted."
    who = f"{dict(found.groups).get(found.chosen.group, found.chosen.group)}: " if found.chosen.group else ""
    cost = ""
    chip, own = qualified(reading), signal_of(reading)
    if chip and own and chip.kind != own.kind:
        cost = " It may not be called an improvement: see why below."
    value = f"{who}{with_unit(reading.measure, reading.newest)} in {when(reading.newest)}"
    if reading.chart is None or reading.rare is not None:
        return f"{value}. {change_words(reading)}{cost}"
    return f"{value}: {reading.chart.standing.value}.{cost}"


def judged_words(reading: Reading) -> str:
    """The verdict of every check in a sentence; empty where it does not look better."""
    if doubts(reading):
        return "It looks better. It may not be called an improvement, because:"
    own = signal_of(reading)
    if own is None or own.kind != "better":
        return ""
    return "Better. Every check that this measure could fail was made, and none explains it away."


def newest_figure(found: MeasurePage, *, may_walk: bool) -> Shown | None:
    """The figure of the newest whole period, and the walk to the cases for those who may."""
    reading, one = found.reading, found.reading.newest
    if one is None:
        return None
    measure = reading.measure
    around = interval(measure, one)
    between = ""
    if around is not None and around.low is not None and around.high is not None:
        between = f" 95% interval {rounded(around.low)} to {rounded(around.high)}."
    parts = parts_words(measure, one)
    tail = f" Nine in ten: {rounded(one.upper)} {measure.unit} or less." if one.upper is not None else ""
    return Shown(
        when(one),
        value_words(measure, one),
        "" if measure.unit == "%" else measure.unit,
        missing=one.why_none or "nothing was counted",
        signal=qualified(reading),
        counted=f"{parts}.{between}{tail}".strip(" .") + ("." if parts or tail else ""),
        as_at=as_at_words(one),
        rests_on=Tie("the cases and the entries behind them", walk_address(one.key), lead="Rests on")
        if may_walk
        else None,
    )


def walk_address(key: FigureKey) -> str:
    """The list of the cases behind a figure."""
    asked = {"set": str(key.set_id), "by": key.by, "period": key.period.isoformat()}
    asked |= {"dimension": key.dimension, "group": key.group} if key.dimension else {}
    return f"{reverse('measure-cases', args=[key.measure])}?{urlencode(asked)}"


def benchmark_figure(found: Benchmark | None) -> Shown | None:
    """What is published with the same definition."""
    if found is None:
        return None
    return Shown(
        f"Published for {found.period}",
        percent(found.ours) if found.ours is not None else "",
        missing="none published",
        says=f"England: {percent(found.england)}." if found.england is not None else "",
        rests_on=Tie(
            "every published year, beside other areas",
            reverse("figure-beside", args=[found.table, found.column]),
            lead="See",
        ),
    )


def beside_table(found: MeasurePage) -> Table | None:
    """The balancing measures: what this one could be improved at the cost of."""
    if not found.balancing:
        return None
    rows: list[list[Cell | str | int | float | None]] = []
    for other in found.balancing:
        signal = qualified(other)
        name = Cell(other.measure.title, href=reverse("measure", args=[other.measure.name]))
        value = "no source yet" if other.why_none else with_unit(other.measure, other.newest)
        rows.append([name, value, Cell(signal=signal) if signal else None, other.measure.why])
    columns = [Column("Measure"), Column("Latest"), Column("Signal"), Column("Why beside it")]
    return Table(columns, rows, caption="Read it beside", caption_shown=False, missing="none")


def filters(found: MeasurePage) -> list[Filter]:
    """By which period, and of whom."""
    if found.reading.why_none:
        return []
    chosen, bars = found.chosen, []
    if found.reading.measure.counted is not Counted.AS_AT_DAY:
        usual = chosen.by or "month"
        bars.append(Filter("by", "Each", [Option(key, name, key == usual) for key, name in BY.items()]))
    ways = [Option("", "Everyone", not chosen.dimension)]
    ways += [Option(key, title, key == chosen.dimension) for key, title in found.broken_down_by]
    bars.append(Filter("dimension", "Broken down by", ways))
    if found.groups:
        groups = [Option("", "All", not chosen.group)]
        bars.append(
            Filter(
                "group",
                DIMENSIONS[chosen.dimension].title,
                groups + [Option(key, words, key == chosen.group) for key, words in found.groups],
            )
        )
    return bars


def definition(found: MeasurePage) -> list[Row]:
    """What counts, out of what, what is left out, and who answers for it."""
    measure = found.reading.measure
    rows = [Row("Counts", measure.numerator), Row("Out of", measure.denominator)]
    rows += [Row("Left out", text) for text in measure.exclusions]
    rows += [
        Row("When", COUNTED[measure.counted]),
        Row("Which way", BETTER[measure.direction]),
        Row("Quality of the data", measure.data_quality),
        Row("Follows", measure.standard),
        Row("Who answers for it", measure.owner, note=f"To be reviewed by {day(measure.review_on)}."),
        Row("Outside the partnership", RELEASES[measure.release.value]),
        Row("Version", str(measure.version)),
    ]
    return rows


RELEASES = {
    "public": "May be published, after small numbers are hidden",
    "board": "For the board",
    "internal": "For staff",
}


def links(found: MeasurePage) -> list[Link]:
    """Where to go on."""
    name = found.reading.measure.name
    if found.reading.why_none:
        return [Link("All measures", reverse("catalogue"))]
    return [Link("Explore and download", f"{reverse('explore')}?{query_of(name, found.chosen)}")]


def query_of(name: str, chosen: Chosen) -> str:
    """The choices as they stand in an address."""
    asked = {"measure": name, "by": chosen.by, "dimension": chosen.dimension, "group": chosen.group}
    if chosen.of is not None:
        asked["set"] = str(chosen.of.pk)
    return urlencode({key: value for key, value in asked.items() if value})
