"""`./gt sen2 checks`: every check of the return as one page, so that the page says what the code does."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from goldenthread.sen2.checks import ALL
from goldenthread.sen2.checks.inspection import (
    NOT_A_RANK,
    ODD,
    UNREADABLE,
    duplicate_finding,
    element_name,
)
from goldenthread.sen2.checks.rule import Level
from goldenthread.sen2.years import LAYOUTS

HEAD = """# Checks of the return

Written by `./gt sen2 checks`; do not edit. The numbers are ours: the Department's own list of rules could
not be read, and nothing here is one of them. A check that **stops** means that the record cannot be
understood: the return is refused, or the record set aside if that was chosen. Any other finding is written
down and the record goes on.

| check | from | element | level | stops | what it says | what to do |
|---|---|---|---|---|---|---|
"""

Row = tuple[str, int, str, Level, bool, str, str]
"""Number, first return year, element, level, whether it stops, what it says, what to do."""


def rows() -> Iterator[Row]:
    """Every check, and everything that readers point at by themselves."""
    year = max(LAYOUTS.values(), key=lambda layout: layout.year)
    first = min(LAYOUTS)
    for rule in ALL:
        element = element_name(year, rule.table, rule.column)
        where = f"{year.blocks[rule.table].spelling}/{element}" if rule.column else element
        yield rule.number, rule.since, where, rule.level, rule.stops, rule.says, rule.fix
    for number, says, fix in (*UNREADABLE.values(), NOT_A_RANK):
        yield number, first, "any", Level.ERROR, True, says, fix
    for number, (stops, says, fix) in ODD.items():
        yield number, first, "any", Level.ERROR, stops, says, fix
    shared = duplicate_finding(1, "UPN or UniqueLearnerNumber", "", 1)
    where = f"Person/{shared.element}"
    yield shared.rule, first, where, shared.level, shared.stops, "Several people have it.", shared.fix


def _place(row: Row) -> tuple[str, str, str]:
    return row[0], row[2], row[5]


def page() -> str:
    """All checks in the order of their numbers, as Markdown."""
    lines = [
        f"| {number} | {since} | {element} | {level.value} | {'yes' if stops else ''} | {says} | {fix} |"
        for number, since, element, level, stops, says, fix in sorted(set(rows()), key=_place)
    ]
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page. 2 when asked for anything else."""
    if arguments:
        print("./gt sen2 checks takes nothing: it prints the page of all checks", file=sys.stderr)
        return 2
    print(page(), end="")
    return 0
