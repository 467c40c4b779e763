"""Every figure by measure: ours, what was published of us, and England."""

from typing import Any

from django.urls import reverse

from goldenthread.analysis.geography import ENGLAND
from goldenthread.analysis.published_tables import Column, PublishedTable
from goldenthread.figures.models import FigureSet
from goldenthread.figures.open_data.published import newest_cell, periods
from goldenthread.insight.presenters.words import period_words, published_words, words_for
from goldenthread.insight.queries import Overview
from goldenthread.ui.values import Cell as TableCell
from goldenthread.ui.values import Column as TableColumn
from goldenthread.ui.values import Link, Table
from goldenthread.ui.words import day, moment


def index(found: Overview, area: str) -> dict[str, Any]:
    """Every figure by measure: ours, what was published of us, and England."""
    return {
        "contents": [
            Link(measure.title, f"#group-{number}") for number, measure in enumerate(found.measures, start=1)
        ],
        "groups": [
            {"title": measure.title, "says": measure.says, "table": _measure_table(measure, found, area)}
            for measure in found.measures
        ],
        "stands": _stands(found.newest),
        "making": found.in_the_making,
    }


def _stands(newest: FigureSet | None) -> str:
    if newest is None or newest.ready_at is None:
        return "Our own figures were not worked out yet. Published figures are shown meanwhile."
    return (
        f"Our own figures are of the {newest.year} return, as at {day(newest.as_at)}, "
        f"worked out on {moment(newest.ready_at)}."
    )


def _measure_table(measure: PublishedTable, found: Overview, area: str) -> Table:
    rows: list[list[Any]] = []
    for column in measure.columns:
        ours = found.figures.get((measure.table, column.name))
        rows.append(
            [
                _name(measure, column),
                words_for(ours.value, column) or None if ours else None,
                published_words(newest_cell(measure.table, column.name, area), column),
                published_words(newest_cell(measure.table, column.name, ENGLAND), column),
            ]
        )
    period = period_words(periods(measure.table)[-1])
    return Table(
        columns=[
            TableColumn("Figure"),
            TableColumn("From our record", number=True),
            TableColumn(f"Published, {period}", number=True),
            TableColumn(f"England, {period}", number=True),
        ],
        rows=rows,
        caption=measure.title,
        caption_shown=False,
        missing="none",
        narrow="scroll",
    )


def _name(measure: PublishedTable, column: Column) -> TableCell:
    return TableCell(column.title, href=reverse("figure-beside", args=[measure.table, column.name]))
