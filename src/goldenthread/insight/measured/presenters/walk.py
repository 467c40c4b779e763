"""The cases behind a figure, for those who may see children's records."""

from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import Measure, Statistic
from goldenthread.figures.measured.queries import Walk
from goldenthread.insight.measured.presenters.words import parts_words, when, with_unit
from goldenthread.ui.values import Cell, Column, Link, Page, Table
from goldenthread.ui.words import day, plural, rounded

A_PAGE = 50


def walk_page(measure: Measure, found: Walk, number: int, address: str) -> dict[str, Any]:
    """Everything on the page of a walk."""
    pages = max(1, -(-len(found.records) // A_PAGE))
    here = found.records[(number - 1) * A_PAGE : number * A_PAGE]
    parts = parts_words(measure, found.figure)
    return {
        "title": measure.title,
        "above": Link(measure.title, reverse("measure", args=[measure.name])),
        "says": f"{with_unit(measure, found.figure)} in {when(found.figure)}{f': {parts}' if parts else ''}.",
        "besides": besides(found),
        "table": table(measure, found, here) if here else None,
        "pages": Page(number, pages, address),
    }


def besides(found: Walk) -> str:
    """How many cases the reader does not reach, or that none stands behind it."""
    if found.of_no_case:
        return (
            "It rests on counts that were brought as such: they name no child, so there is nobody to walk to."
        )
    if not found.out_of_reach:
        return (
            f"All {plural(len(found.records), 'record')} behind it are listed."
            if found.records
            else "No record stands behind it."
        )
    return (
        f"{plural(len(found.records), 'record')} of yours; {found.out_of_reach} more stand behind "
        "it that are out of your reach."
    )


def table(measure: Measure, found: Walk, here: Any) -> Table:
    """One row a record: the child, the day it counts on, and how it counts."""
    share = measure.statistic is Statistic.SHARE
    rows: list[list[Cell | str | int | float | None]] = []
    for one in here:
        link = Cell(one.case.name, href=reverse("case", args=[one.case.reference]), note=one.case.reference)
        counts = ("Yes" if one.numerator else "No") if share else rounded(one.numerator, 0)
        rows.append([link, day(one.on_day), counts])
    columns = [Column("Child"), Column("Counts on"), Column("Counts above the line" if share else "Value")]
    return Table(columns, rows, caption="Records behind the figure", caption_shown=False)
