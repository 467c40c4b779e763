"""The evidence matrix as a page and as a file."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from goldenthread.documents import spreadsheets
from goldenthread.improvement.models import Evidence
from goldenthread.improvement.presenters.evidence import checked_cell, title_of
from goldenthread.improvement.queries.matrix import Matrix, MatrixRow
from goldenthread.improvement.strength import CONFIRMED, WORDS
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Filter, Link, Option, Table
from goldenthread.ui.words import day, listed, plural

HEADS = (
    *("Document", "Date", "Code", "What it says", "Kind", "Due", "Promise", "Evidence", "Kind of evidence"),
    *("Strength", "Day", "Checked from outside"),
)

PLURALS = {Evidence.Kind.CASE_STUDY: "case studies"}


def matrix_values(found: Matrix, *, point_page: str = "point") -> dict[str, Any]:
    """The page: how many gaps, the filter, and one row a point."""
    chosen = found.chosen
    query = f"?document={chosen.pk}" if chosen else ""
    return {
        "says": _says(found),
        "filter": Filter(
            "document",
            "What one document says",
            [
                Option("", "Every document", chosen=chosen is None),
                *(
                    Option(str(one.pk), f"{one.title}, {one.happened_on.year}", chosen=one == chosen)
                    for one in found.origins
                ),
            ],
        ),
        "table": _table(found, point_page) if found.rows else None,
        "file": Link("Download as CSV", f"{reverse('evidence-matrix-file')}{query}"),
        "note": ""
        if CONFIRMED
        else "How strong a kind of evidence is has not been confirmed by the partnership.",
    }


def _says(found: Matrix) -> str:
    if not found.rows:
        return ""
    asked = plural(len(found.rows), "thing")
    return f"{asked} asked of the partnership. {found.gaps} without any evidence that counts."


def _table(found: Matrix, point_page: str) -> Table:
    columns = [
        Column("What was asked"),
        Column("Promises"),
        Column("Evidence that counts"),
        Column("Strongest"),
        Column("Does not count yet", number=True),
    ]
    return Table(
        columns, [_row(row, point_page) for row in found.rows], "Evidence by what was asked", missing="none"
    )


def _row(row: MatrixRow, point_page: str) -> list[Cell | str | int | float | None]:
    point = row.point
    due = f", due {day(point.due_on)}" if point.due_on else ""
    note = f"{start_upper(point.get_kind_display())}, {point.origin.title}{due}"
    return [
        Cell(str(point), href=reverse(point_page, args=[point.pk]), note=note),
        listed([promise.code for promise in row.promises]) or Cell(chip="Nothing promised", alarming=True),
        Cell(chip="Gap", alarming=True) if row.is_gap else _counting(row),
        start_upper(WORDS[row.strongest]) if row.strongest else None,
        len(row.waiting),
    ]


def _counting(row: MatrixRow) -> str:
    """2 audits and 1 survey: what counts, by kind."""
    counts = [(kind, row.of_kind(kind)) for kind in Evidence.Kind]
    return listed([plural(count, kind.value, PLURALS.get(kind, "")) for kind, count in counts if count])


def as_csv(found: Matrix) -> bytes:
    """One line an item, and one for each point without any. Cells that a spreadsheet would run are made
    safe."""
    return spreadsheets.as_csv(HEADS, (line for row in found.rows for line in _lines(row)))


def _lines(row: MatrixRow) -> Iterable[list[str]]:
    point = row.point
    head = [
        point.origin.title,
        point.origin.happened_on.isoformat(),
        point.code,
        point.words,
        point.kind,
        point.due_on.isoformat() if point.due_on else "",
    ]
    if not row.items:
        yield [*head, listed([promise.code for promise in row.promises]), "gap", "", "", "", ""]
    for one in row.items:
        checked = checked_cell(one)
        codes = [promise.code for promise in row.promises if promise.pk == one.row.promise_id]
        yield [
            *head,
            listed(codes),
            title_of(one),
            one.row.kind,
            one.strength.words,
            one.row.happened_on.isoformat(),
            checked.chip or str(checked.text),
        ]
