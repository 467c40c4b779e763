"""Figures in the room: aggregate; the records behind them only where a lawful basis is in force."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import Measure
from goldenthread.figures.measured.queries import Listed, Walk
from goldenthread.figures.measured.values import Measured
from goldenthread.insight.measured.presenters.words import as_at_words, parts_words, when, with_unit
from goldenthread.ui.values import Cell, Column, Link, Page, Row, Table
from goldenthread.ui.words import day, plural, rounded

A_PAGE = 50
MONTHS_SHOWN = 24
Cells = list[Cell | str | int | float | None]
AGGREGATE = (
    "Figures here are counts and shares of everyone. The records behind them are opened only under a lawful "
    "basis that is recorded and agreed to."
)


def figures_values(found: Sequence[Listed]) -> dict[str, Any]:
    """Every measure with its newest figure, those without a source last."""
    rows: list[Cells] = [
        [
            Cell(one.measure.title, href=reverse("room-figure", args=[one.measure.name])),
            with_unit(one.measure, one.newest) if one.has_source else Cell(chip="No source yet"),
            when(one.newest) if one.newest else None,
        ]
        for one in sorted(found, key=lambda one: not one.has_source)
    ]
    columns = [Column("Measure"), Column("Newest"), Column("Of")]
    return {"table": Table(columns, rows, "Measures", caption_shown=False, missing="none"), "note": AGGREGATE}


def figure_values(measure: Measure, series: Sequence[Measured], *, may_deeper: bool) -> dict[str, Any]:
    """One measure: what it means, and its figures of the last two years by month."""
    shown = [one for one in series if one.complete][-MONTHS_SHOWN:][::-1]
    columns = [Column("Month"), Column("Figure"), Column("Counted")]
    if may_deeper:
        columns.append(Column("Records"))
    rows: list[Cells] = []
    for one in shown:
        row: Cells = [when(one), with_unit(measure, one), parts_words(measure, one) or None]
        if may_deeper:
            row.append(Cell("Records behind it", href=_records(one)))
        rows.append(row)
    return {
        "title": measure.title,
        "says": measure.why,
        "facts": [
            Row("Counts", measure.numerator),
            *([Row("Out of", measure.denominator)] if measure.denominator else []),
            Row("Standard", measure.standard or "None"),
            *([Row("As at", as_at_words(shown[0]))] if shown else []),
        ],
        "table": Table(columns, rows, "By month", missing="none") if rows else None,
        "note": "" if may_deeper else AGGREGATE,
        "above": Link("Figures", reverse("room-figures")),
    }


def _records(one: Measured) -> str:
    where = reverse("room-records", args=[one.key.measure])
    return f"{where}?set={one.key.set_id}&period={one.key.period.isoformat()}"


def records_values(measure: Measure, found: Walk, number: int, address: str) -> dict[str, Any]:
    """The records behind one figure: reference and day. No record is opened from here."""
    pages = max(1, -(-len(found.records) // A_PAGE))
    here = found.records[(number - 1) * A_PAGE : number * A_PAGE]
    rows: list[Cells] = [
        [one.case.reference if one.case else "", day(one.on_day), rounded(one.numerator, 0)] for one in here
    ]
    columns = [Column("Record"), Column("Counts on"), Column("Counted")]
    sealed = found.out_of_reach
    besides = f" {plural(sealed, 'sealed record')} besides, not listed." if sealed else ""
    return {
        "title": f"Records behind: {measure.title}",
        "says": f"{with_unit(measure, found.figure)} in {when(found.figure)}. "
        f"{plural(len(found.records), 'record')} behind it.{besides}",
        "table": Table(columns, rows, "Records", caption_shown=False) if rows else None,
        "pages": Page(number, pages, address),
        "above": Link(measure.title, reverse("room-figure", args=[measure.name])),
    }
