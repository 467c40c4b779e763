"""One figure beside others: the finding, the figures, what they rest on and what they count."""

from typing import Any

from django.urls import reverse

from goldenthread.analysis.definitions import Column
from goldenthread.figures.benchmarks import Benchmark
from goldenthread.figures.models import Figure as OurFigure
from goldenthread.figures.open_data.published import ADDRESS, PUBLISHED_ON, SYMBOLS
from goldenthread.insight.presenters.charts import charts
from goldenthread.insight.presenters.tables import neighbours_table
from goldenthread.insight.presenters.words import cell_words, finding, period_words, words_for
from goldenthread.insight.queries import Beside
from goldenthread.ui.values import Figure, Link, Row, Tie
from goldenthread.ui.words import day, listed, thousands

MARKS = {
    "firm": "Firm",
    "reading": "Our reading, since the sources do not settle it",
    "open": "Open, since no source says how it is counted",
}


def page(found: Beside) -> dict[str, Any]:
    """Everything on the page of one figure."""
    column, mark = found.column, found.benchmark
    return {
        "title": column.title,
        "caption": found.measure.title,
        "above": Link("Figures", reverse("figures")),
        "finding": finding(mark, column),
        "figures": [our_figure(found), published_figure(mark, column)],
        "charts": charts(mark, column),
        "comparison_title": "Areas most like ours",
        "comparison": neighbours_table(mark, column),
        "notes": notes(mark),
        "definition": definition(found),
        "downloads": [
            Link("These figures as CSV", reverse("figure-csv", args=[mark.table, mark.column])),
        ],
    }


def our_figure(found: Beside) -> Figure:
    """The figure that our own record gives, and what it rests on."""
    ours, column = found.figure, found.column
    label = "From our own record"
    if ours is None:
        return Figure(label, missing="no source yet", says="Load a return and have figures worked out.")
    rests = Tie("every case of the return and what was recorded here since", lead="Rests on")
    return Figure(
        label,
        value=words_for(ours.value, column),
        missing=ours.why_none or "none",
        says=_against(found, ours),
        counted=_parts(ours),
        as_at=f"As at {day(ours.figure_set.as_at)}.",
        rests_on=rests,
    )


def _parts(ours: OurFigure) -> str:
    if ours.denominator is None or ours.numerator is None:
        return ""
    return f"{thousands(ours.numerator)} of {thousands(ours.denominator)}."


def _against(found: Beside, ours: OurFigure) -> str:
    published = found.benchmark.ours[-1]
    if found.benchmark.newest != ours.period or published is None or published.value is None:
        return "Nothing was published for this period."
    if published.text == ours.printed:
        return "The same as was published."
    return f"Published: {cell_words(published, found.column)}. Our record has changed, or counts otherwise."


def published_figure(mark: Benchmark, column: Column) -> Figure:
    """The newest published figure of our area, with its source."""
    cell = mark.ours[-1]
    return Figure(
        f"Published for {period_words(mark.newest)}",
        value=cell_words(cell, column) or "",
        missing=SYMBOLS.get(cell.text, "none published") if cell else "none published",
        says=f"England: {cell_words(mark.england[-1], column) or 'none published'}.",
        as_at=f"Published on {PUBLISHED_ON}.",
        rests_on=Tie("Department for Education", href=ADDRESS, lead="Source:"),
    )


def notes(mark: Benchmark) -> str:
    """Faults of the published file that touch this figure."""
    return " ".join(
        f"In the published file, {period_words(fault.time_period)}: {fault.reason}."
        for fault in mark.known_faults
    )


def definition(found: Beside) -> list[Row]:
    """What the figure counts, out of what, what is left out, and how sure we are."""
    measure, column = found.measure, found.column
    rows = [Row("What it says", measure.says)]
    if column.share_of:
        rows.append(Row("Counted", measure.column(column.share_of).title))
        rows.append(Row("Out of", listed(measure.column(name).title for name in column.of)))
    rows += [Row("Left out", text) for text in measure.exclusions]
    rows += [
        Row(f"Rule {rule.name}", rule.rule, note=f"{MARKS[rule.mark]}. {rule.basis}") for rule in column.rules
    ]
    rows.append(Row("As at", "Calendar year" if measure.period == "calendar year" else "Census day"))
    rows.append(Row("Source", measure.source))
    return rows


def csv_rows(found: Beside) -> list[list[str]]:
    """Every published year of our area beside England and region, as text."""
    mark = found.benchmark
    head = ["time_period", mark.area_name, "England", mark.region_name]
    return [head] + [
        [period, *(cell.text if cell else "" for cell in (mark.ours[at], mark.england[at], mark.region[at]))]
        for at, period in enumerate(mark.periods)
    ]
