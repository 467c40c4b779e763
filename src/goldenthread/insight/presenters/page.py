"""One figure beside others: the finding, the figures, what they rest on and what they count."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.analysis.benchmarks import Observation
from goldenthread.figures.models import Figure as OurFigure
from goldenthread.figures.open_data.kept import source_of
from goldenthread.figures.open_data.places import NEIGHBOURS, areas, neighbours
from goldenthread.insight.presenters.charts import charts
from goldenthread.insight.presenters.tables import neighbours_table
from goldenthread.insight.presenters.words import (
    finding,
    like_us_words,
    period_words,
    published_words,
    why_missing,
    words_for,
)
from goldenthread.insight.queries import Beside
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Figure, Filter, Link, Option, Row, Tie
from goldenthread.ui.words import day, listed, thousands

MARKS = {
    "firm": "Firm",
    "reading": "Our reading, since the sources do not settle it",
    "open": "Open, since no source says how it is counted",
}


def page(found: Beside) -> dict[str, Any]:
    """Everything on the page of one figure."""
    column = found.column
    return {
        "title": column.title,
        "caption": found.measure.title,
        "above": Link("Published tables", reverse("figures")),
        "finding": finding(found),
        "filters": filters(found),
        "figures": [*([our_figure(found)] if found.is_ours else []), published_figure(found)],
        "charts": charts(found),
        "comparison_title": "Areas most like ours" if found.is_ours else f"Areas most like {found.area.name}",
        "comparison": neighbours_table(found) if found.like_us else None,
        "notes": notes(found),
        "definition": definition(found),
        "downloads": [
            Link("These figures as CSV", _csv_address(found)),
        ],
    }


def _csv_address(found: Beside) -> str:
    chosen = urlencode([("area", found.area.code), ("model", str(found.newest.neighbour_model))])
    return f"{reverse('figure-csv', args=[found.measure.table, found.column.name])}?{chosen}"


def filters(found: Beside) -> list[Filter]:
    """Whose figure, and by which of the Department's lists of like areas."""
    named = sorted(areas().values(), key=lambda area: area.name)
    models = [year for year in NEIGHBOURS if neighbours(found.area.code, year)]
    return [
        Filter("area", "Area", [Option(one.code, one.name, one.code == found.area.code) for one in named]),
        Filter(
            "model",
            "Areas alike, by the model of",
            [Option(str(year), str(year), year == found.newest.neighbour_model) for year in models],
        ),
    ]


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
    """Ours beside the published figure of the same period, if there is one."""
    published = found.newest.area
    if found.newest.period != ours.period or published.value is None:
        return f"Nothing was published of {found.area.name} for {period_words(ours.period)}."
    if str(published.value) == ours.printed:
        return "The same as was published."
    words = published_words(published, found.column)
    return f"Published: {words}. Our record has changed since, or counts otherwise."


def published_figure(found: Beside) -> Figure:
    """The newest published figure of our area, what others have, and its source."""
    now, column = found.newest, found.column
    source = source_of(found.measure.table)
    return Figure(
        f"Published for {period_words(now.period)}",
        value=published_words(now.area, column) or "",
        missing=why_missing(now.area),
        says=like_us_words(now, column),
        as_at=f"Published on {source.published_on}.",
        rests_on=Tie("Department for Education", href=source.address, lead="Source:"),
    )


def notes(found: Beside) -> str:
    """Faults of the published file that touch our newest figure."""
    return " ".join(f"A known fault of the published file: {fault.reason}." for fault in found.faults)


def definition(found: Beside) -> list[Row]:
    """What the figure counts, out of what, what is left out, and how sure we are."""
    measure, column = found.measure, found.column
    rows = [Row("What it says", measure.says)]
    if column.share_of:
        rows.append(Row("Counted", measure.column(column.share_of).title))
        rows.append(Row("Out of", listed(measure.column(name).title for name in column.of)))
    rows += [Row("Left out", text) for text in measure.exclusions]
    rows += [
        Row(f"Rule {rule.name}", rule.rule, note=f"{MARKS[rule.mark]}. {start_upper(rule.basis)}")
        for rule in column.rules
    ]
    rows.append(
        Row(
            "Period",
            "The calendar year" if measure.period == "calendar year" else "As at census day, in January",
        )
    )
    rows.append(Row("Source", measure.source))
    return rows


def csv_rows(found: Beside) -> list[list[str]]:
    """Every published year of our area beside England and region, as text."""
    head = ["time_period", found.area.name, "England", found.area.region_name]
    return [head] + [
        [year.period, *(_printed(one) for one in (year.area, year.england, year.region))]
        for year in found.years
    ]


def _printed(published: Observation | None) -> str:
    """A figure or symbol as the Department prints it; nothing where there is no row."""
    return "" if published is None else str(published.symbol or published.value)
