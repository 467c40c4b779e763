"""Which counts may stand in a release, given all that was released before? `analysis.disclosure` decides.

A figure that was released and then revised by fewer than the rule's threshold stays as it was released: the
difference would count so few children that they could be known. It says so, and follows once the change is
large enough (ADR 0143).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from goldenthread.analysis.disclosure import Rule
from goldenthread.analysis.disclosure.releases import Release
from goldenthread.analysis.disclosure.suppression import protect
from goldenthread.analysis.disclosure.tables import Cell, Sum, Table
from goldenthread.figures.models import Figure
from goldenthread.publication.headlines import HEADLINES, Headline

ALL, IN_TIME, LATE = "all", "in time", "not in time"
EXCUSED = "left out for an exception in law"


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts behind the headlines of one release: by headline, and how they add up."""

    cells: Mapping[Cell, int]
    sums: tuple[Sum, ...] = ()
    hidden: frozenset[Cell] = field(default=frozenset())

    @property
    def release(self) -> Release:
        """As the disclosure control of a later release takes it."""
        return Release(Table(self.cells, self.sums), self.hidden)

    def to_json(self) -> dict[str, Any]:
        return {
            "cells": [[*cell, count] for cell, count in sorted(self.cells.items())],
            "sums": [[list(one.total), [list(each) for each in one.parts]] for one in self.sums],
            "hidden": [list(cell) for cell in sorted(self.hidden)],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Counts":
        return cls(
            {tuple(row[:-1]): row[-1] for row in kept["cells"]},
            tuple(Sum(tuple(total), tuple(tuple(each) for each in parts)) for total, parts in kept["sums"]),
            frozenset(tuple(cell) for cell in kept["hidden"]),
        )


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be said of each headline: the figure to show (None: withheld), and which were held back."""

    figures: Mapping[Headline, Figure | None]
    held: frozenset[Headline]
    """Those that stay as they were released, because so few were added or taken away since."""
    counts: Counts


def allowed(
    figures: Mapping[tuple[str, str], Figure],
    periods: Mapping[Headline, str],
    before: Sequence[Counts],
    rule: Rule,
) -> Allowed:
    """Every headline that has a figure, after disclosure control. `before` is oldest first."""
    known = {one: figures[one.table, one.column] for one in HEADLINES if (one.table, one.column) in figures}
    known = {one: figure for one, figure in known.items() if figure.value is not None}
    cells = {one: _cells(one, figure, periods[one]) for one, figure in known.items()}
    held: set[Headline] = set()
    for one, counted in cells.items():
        earlier = _released(counted, before, rule)
        if earlier is not None:
            cells[one], known[one] = earlier, _as_released(known[one], earlier)
            held.add(one)
    counts = _joined(cells)
    safe = protect(
        Table(counts.cells, counts.sums), rule, before=[one.release for one in before if one.cells]
    )
    hidden = frozenset(safe.why) | frozenset(safe.exposed)
    shown = {one: None if hidden & cells[one].keys() else figure for one, figure in known.items()}
    return Allowed(
        shown, frozenset(one for one in held if shown[one]), Counts(counts.cells, counts.sums, hidden)
    )


def _cells(headline: Headline, figure: Figure, period: str) -> dict[Cell, int]:
    at = (headline.table, headline.column, period)
    if figure.numerator is None or figure.denominator is None:
        return {(*at, ALL): int(figure.value or 0)}
    late = figure.denominator - figure.numerator
    return {(*at, ALL): figure.denominator, (*at, IN_TIME): figure.numerator, (*at, LATE): late}


def _released(counted: Mapping[Cell, int], before: Iterable[Counts], rule: Rule) -> dict[Cell, int] | None:
    """The newest release of the same figure, if what changed since is too little to be shown."""
    newest = [one for one in before if counted.keys() <= one.cells.keys() and not counted.keys() & one.hidden]
    if not newest:
        return None
    earlier = {cell: newest[-1].cells[cell] for cell in counted}
    moved = [abs(count - earlier[cell]) for cell, count in counted.items()]
    return earlier if any(rule.is_small(move) for move in moved) else None


def _as_released(figure: Figure, cells: Mapping[Cell, int]) -> Figure:
    """The same figure with the counts of a release."""
    counts = {cell[-1]: count for cell, count in cells.items()}
    if IN_TIME not in counts:
        return Figure(table=figure.table, column=figure.column, value=counts[ALL])
    share = 100 * counts[IN_TIME] / counts[ALL] if counts[ALL] else None
    return Figure(
        table=figure.table,
        column=figure.column,
        value=share,
        numerator=counts[IN_TIME],
        denominator=counts[ALL],
    )


def _joined(cells: Mapping[Headline, Mapping[Cell, int]]) -> Counts:
    """All counts, the two sides of each share under their total, and what lies between two figures."""
    counts = {cell: count for counted in cells.values() for cell, count in counted.items()}
    sums = [
        Sum(cell, ((*cell[:-1], IN_TIME), (*cell[:-1], LATE)))
        for cell in counts
        if cell[-1] == ALL and (*cell[:-1], IN_TIME) in counts
    ]
    of_column = {one.column: counted for one, counted in cells.items()}
    for whole, part in WITHIN:
        if whole in of_column and part in of_column:
            total, inner = _total(of_column[whole]), _total(of_column[part])
            if counts[total] >= counts[inner] and total[2] == inner[2]:
                rest = (*inner[:-1], EXCUSED)
                counts[rest] = counts[total] - counts[inner]
                sums.append(Sum(total, (inner, rest)))
    return Counts(counts, tuple(sums))


WITHIN = (("new_ehc_plans", "PC_plans_issued_20_weeks_ex"),)
"""The second counts some of those that the first counts: anyone can subtract, and learn how many are left."""


def _total(counted: Mapping[Cell, int]) -> Cell:
    return next(cell for cell in counted if cell[-1] == ALL)
