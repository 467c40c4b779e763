"""Which records of a batch break which rules?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.checks import rules_for
from goldenthread.sen2.checks.rule import Census, Level, Rule
from goldenthread.sen2.facts import Facts
from goldenthread.sen2.findings import Finding
from goldenthread.sen2.reading.columns import Unreadable
from goldenthread.sen2.reading.raw import Oddity
from goldenthread.sen2.schemas import DAY, FLAG, TABLES
from goldenthread.sen2.years import LAYOUTS
from goldenthread.sen2.years.layouts import Layout

UNREADABLE = {
    DAY: ("D-80", "This is not a day of the calendar written yyyy-mm-dd.", "Correct the day."),
    FLAG: ("D-18", "This is neither 1 nor 0.", "Give 1 for yes or 0 for no."),
}
NOT_A_RANK = ("D-48", "This is not a whole number.", "Give 1 or 2.")

ODD = {
    "D-70": (False, "The element is not part of this year's return.", "Leave it out."),
    "D-81": (
        True,
        "The element stands twice in one record, or holds others.",
        "Give it once, with a plain value.",
    ),
    "D-82": (False, "The element is not known in any year's return.", "Leave it out, or correct its name."),
    "D-83": (True, "A group of elements is not known in this place.", "Put it where the return has it."),
}
"""Rule of an oddity to whether it stops, what it says and what to do."""


def inspect(facts: Facts, census: Census) -> Iterator[Finding]:
    """Every broken rule of a batch, rule by rule."""
    for rule in rules_for(census.layout):
        broken = pc.fill_null(rule.fails(facts, census), False)
        if pc.any(broken).as_py():
            yield from _found(rule, facts, broken, census.layout)


def _found(rule: Rule, facts: Facts, broken: pa.Array, layout: Layout) -> Iterator[Finding]:
    table = facts[rule.table].filter(broken)
    required = (rule.table, rule.column) in layout.required
    keys = zip(*_keys(facts, rule.table, table), strict=True)
    values = table[rule.column].to_pylist() if rule.column else [None] * table.num_rows
    for (person_key, request_key), value in zip(keys, values, strict=True):
        yield Finding(
            person_key=person_key,
            request_key=request_key,
            element=element_name(layout, rule.table, rule.column),
            rule=rule.number,
            level=Level.ERROR if required else rule.level,
            stops=rule.stops,
            found="" if value is None else str(value),
            says=rule.says,
            fix=rule.fix,
        )


def _keys(facts: Facts, name: str, rows: pa.Table) -> tuple[list[int], list[int | None]]:
    """Person and request of some rows of a table; a person has no one request."""
    if name == "people":
        return rows["person_key"].to_pylist(), [None] * rows.num_rows
    requests = facts["requests"]
    at = pc.index_in(rows["request_key"], value_set=requests["request_key"].combine_chunks())
    return requests["person_key"].take(at).to_pylist(), rows["request_key"].to_pylist()


def element_name(layout: Layout, table: str, column: str | None) -> str:
    """How the file spells a column, in this year or in one that has it; the block where there is no
    column."""
    if column is None:
        return layout.blocks[table].spelling
    for known in (layout, *LAYOUTS.values()):
        for element in known.blocks[table].elements:
            if element.column == column:
                return element.spelling
    raise KeyError(f"no return year has {table}.{column}")


def unreadable_findings(facts: Facts, unreadable: Iterable[Unreadable], layout: Layout) -> Iterator[Finding]:
    """A finding for each text that could not be given its type: such a record cannot be understood."""
    for one in unreadable:
        rows = facts[one.table].slice(one.row, 1)
        person_keys, request_keys = _keys(facts, one.table, rows)
        kind = TABLES[one.table].field(one.column).type
        number, says, fix = UNREADABLE.get(kind, NOT_A_RANK)
        yield Finding(
            person_key=person_keys[0],
            request_key=request_keys[0],
            element=element_name(layout, one.table, one.column),
            rule=number,
            level=Level.ERROR,
            stops=True,
            found=one.found,
            says=says,
            fix=fix,
        )


def odd_findings(oddities: Iterable[Oddity]) -> Iterator[Finding]:
    """A finding for each thing that a reader stumbled on."""
    for odd in oddities:
        stops, says, fix = ODD[odd.rule]
        yield Finding(
            person_key=odd.person_key,
            request_key=odd.request_key,
            element=odd.element,
            rule=odd.rule,
            level=Level.ERROR,
            stops=stops,
            found=odd.found,
            says=says,
            fix=fix,
        )


def duplicate_finding(person_key: int, element: str, identifier: str, others: int) -> Finding:
    """A finding for one of several people with the same identifier: which of them it belongs to is not
    known."""
    return Finding(
        person_key=person_key,
        request_key=None,
        element=element,
        rule="D-07",
        level=Level.ERROR,
        stops=True,
        found=identifier,
        says=f"{others + 1} people in the file have this identifier.",
        fix="Give each person their own, or put the records of one person together.",
    )
