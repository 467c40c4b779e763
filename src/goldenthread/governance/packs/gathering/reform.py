"""The tables of a local SEND reform plan: what is known stands with its source, what is not says so."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.actions import cite
from goldenthread.figures.measured.queries import by_group, newest_measured
from goldenthread.figures.measured.values import Measured
from goldenthread.figures.open_data.published import Cell, NotPublished, cell
from goldenthread.governance.packs.contents import Block, Heading, Paragraph, Table
from goldenthread.governance.packs.contents import Head as H
from goldenthread.insight.citing.presenters import period_words, value_words
from goldenthread.ui.words import day, thousands

DEFINED = Path(__file__).with_name("reform_tables.yaml")
NO_SOURCE = "no source yet"
UNCONFIRMED = (
    "No guidance on what a local SEND reform plan must hold is known to us. The lines and years of these "
    "tables, and which published figure answers which line, are our own reading and unconfirmed. Check them "
    "against the guidance before they go to anyone."
)
PUBLISHED = "DfE, Education, health and care plans, {table}, {period}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its actual figure in words, and what that rests on."""

    name: str
    actual: str
    source: str


@cache
def defined() -> dict[str, Any]:
    """What the tables are."""
    found: dict[str, Any] = yaml.safe_load(DEFINED.read_text(encoding="utf-8"))
    return found


def reform_tables(scope: Scope, *, where: str) -> list[Block]:
    """Plans by age, provision and need, requests and assessments by age."""
    known = defined()
    return [
        *([] if known["confirmed"] else [Paragraph(UNCONFIRMED, "missing")]),
        Heading("Plans by age", 2),
        _table("Plans by age", _by_age(scope, "plans_maintained", where)),
        Heading("Plans by provision", 2),
        _table("Plans by provision", _as_published(known["provision"])),
        Heading("Plans by primary need", 2),
        _table("Plans by primary need", _as_published(known["needs"])),
        Heading("Requests and assessments by age", 2),
        _table("Requests for an assessment by age", _by_age(scope, "requests_received", where)),
        _table(
            "Assessments by age",
            [Line(age, NO_SOURCE, "No measure counts assessments by age.") for age in known["ages"]],
        ),
    ]


def _table(caption: str, lines: list[Line]) -> Table:
    years = defined()["projected"]
    heads = (
        H(caption, share=5),
        H(f"{defined()['actual']}, actual", number=True, share=2),
        *(H(f"{year}, projected", number=True, share=2) for year in years),
        H("Source of the actual figure", share=6),
    )
    rows = tuple((line.name, line.actual, *(NO_SOURCE for _ in years), line.source) for line in lines)
    return Table(caption, heads, rows, "No line of this table is known.")


def _as_published(table: dict[str, Any]) -> list[Line]:
    """Lines that the DfE's published table answers, and the whole; columns of one line are added up."""
    lines = [_published_line(table["table"], row) for row in table["rows"]]
    return [*lines, _published_line(table["table"], {"name": "All plans", "columns": [table["whole"]]})]


def _published_line(table: str, row: dict[str, Any]) -> Line:
    if not row["columns"]:
        return Line(row["name"], NO_SOURCE, row["why"])
    period = defined()["period"]
    try:
        cells = [cell(table, name, settings.AREA, period) for name in row["columns"]]
    except NotPublished:
        return Line(row["name"], NO_SOURCE, f"{table} has no row for this area in {period}.")
    source = f"{PUBLISHED.format(table=table, period=period)}: {', '.join(row['columns'])}"
    return Line(row["name"], _sum(cells), source)


def _sum(cells: list[Cell]) -> str:
    values = [one.value for one in cells]
    if any(value is None for value in values):
        return "not published"
    return thousands(int(sum(value for value in values if value is not None)))


def _by_age(scope: Scope, measure: str, where: str) -> list[Line]:
    """Lines from our own record, as far as they may be shown: each figure is cited."""
    of = newest_measured(scope)
    there = {one.key.group: one for one in by_group(scope, measure, "age", of=of)} if of is not None else {}
    return [_cited_line(scope, age, there.get(age), where) for age in defined()["ages"]]


def _cited_line(scope: Scope, age: str, found: Measured | None, where: str) -> Line:
    if found is None:
        return Line(age, NO_SOURCE, "Our own record has no such figure yet.")
    try:
        kept = cite(found.key, because=where, by=scope)
    except NotPossibleNow as problem:
        return Line(age, "not shown", str(problem))
    rests = f"{kept.measure}, version {kept.version}, {period_words(kept)}, as at {day(kept.as_at)}"
    value = value_words(kept.measure, kept.value, kept.why_none)
    return Line(age, value, f"Our own record: {rests}. Citation {kept.pk}.")
