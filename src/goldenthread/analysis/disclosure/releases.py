"""What has been released before, and what does it give away together with what comes next?

Two releases that each hide enough can give a child away between them: a year's count in September less
the same count in August is one month's. So differences are cells too: never printed, and protected as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.analysis.disclosure.tables import Cell, Sum, Table

DIFFERENCE = "difference"
EARLIER = "as released before"


@dataclass(frozen=True, slots=True)
class Release:
    """A table as it went out: what it held, and which cells were hidden."""

    table: Table
    hidden: frozenset[Cell]


@dataclass(frozen=True, slots=True)
class Growth:
    """`later` counts everybody whom `earlier` counts, and more: a year so far, a caseload with no leavers."""

    earlier: Cell
    later: Cell


@dataclass(frozen=True, slots=True)
class Known:
    """Everything in one system: all counts and sums, what is public already, and which cells are differences.

    `open_to_hiding` are the cells of the release to come.
    """

    table: Table
    public: frozenset[Cell]
    hidden_before: frozenset[Cell]
    open_to_hiding: frozenset[Cell]
    differences: frozenset[Cell]


def known_with(table: Table, before: Sequence[Release] = (), growth: Sequence[Growth] = ()) -> Known:
    """The release to come, together with all that came before.

    A cell that was released before with another count (revised, or recounted later) is another cell, and the
    change between the two is a difference. Raises `KeyError` where growth names a cell that is in no release.
    """
    counts = dict(table.counts)
    sums = list(table.sums)
    public: set[Cell] = set()
    hidden: set[Cell] = set()
    pairs = [(one.earlier, one.later) for one in growth]
    for number, release in enumerate(reversed(before), start=1):
        renamed = {
            cell: (*cell, EARLIER, str(number))
            for cell, count in release.table.counts.items()
            if counts.get(cell, count) != count
        }
        pairs.extend((new, old) for old, new in renamed.items())
        for cell, count in release.table.counts.items():
            own = renamed.get(cell, cell)
            counts[own] = count
            (hidden if cell in release.hidden else public).add(own)
        sums.extend(
            Sum(renamed.get(one.total, one.total), tuple(renamed.get(part, part) for part in one.parts))
            for one in release.table.sums
        )
    differences = [_difference(earlier, later, counts) for earlier, later in pairs]
    return Known(
        Table(
            counts | {one.parts[1]: counts[one.total] - counts[one.parts[0]] for one in differences},
            tuple(dict.fromkeys([*sums, *differences])),
        ),
        frozenset(public),
        frozenset(hidden - public),
        frozenset(table.counts) - frozenset(public),
        frozenset(one.parts[1] for one in differences),
    )


def _difference(earlier: Cell, later: Cell, counts: dict[Cell, int]) -> Sum:
    """The larger of the two is the smaller and a difference, which nobody prints."""
    small, large = sorted((earlier, later), key=lambda cell: counts[cell])
    return Sum(large, (small, (*earlier, *later, DIFFERENCE)))
