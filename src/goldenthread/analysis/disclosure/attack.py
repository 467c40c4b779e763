"""What could somebody with a solver work out? For each hidden cell, the lowest and highest possible count.

The attacker knows every cell shown in any release, how cells add up, and that no count is below nought.
HiGHS (through scipy) finds the bounds by linear programming.
"""

from collections.abc import Collection, Mapping
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack

from goldenthread.analysis.disclosure.tables import Cell, Table

Floats = NDArray[np.float64]


class System:
    """The sums of a table as equations: `matrix @ counts` is nought, one row a sum, one column a cell."""

    def __init__(self, table: Table) -> None:
        self.cells = tuple(table.counts)
        self.places = {cell: place for place, cell in enumerate(self.cells)}
        self.counts: Floats = np.array([table.counts[cell] for cell in self.cells], dtype=float)
        rows: list[int] = []
        columns: list[int] = []
        entries: list[float] = []
        for row, one in enumerate(table.sums):
            for cell, entry in ((one.total, -1.0), *((part, 1.0) for part in one.parts)):
                rows.append(row)
                columns.append(self.places[cell])
                entries.append(entry)
        self.matrix = csr_array((entries, (rows, columns)), shape=(len(table.sums), len(self.cells)))
        self.both_ways = hstack([self.matrix, -self.matrix]).tocsr()
        """The same for what is added to each cell, followed by what is taken away."""


def bounds(
    table: Table, hidden: Collection[Cell], of: Collection[Cell] | None = None
) -> Mapping[Cell, tuple[float, float]]:
    """Lowest and highest count that hidden cells (all, or those `of` which it is asked) may have.

    That is, for all that the cells which are not hidden give away.
    """
    system = System(table)
    unknown = np.array([cell in hidden for cell in system.cells])
    places = np.flatnonzero(unknown)
    if not len(places):
        return {}
    matrix = system.matrix[:, places]
    given = -(system.matrix[:, np.flatnonzero(~unknown)] @ system.counts[~unknown])
    telling = np.diff(matrix.indptr) > 0
    matrix, given = matrix[telling], given[telling]
    found = {}
    for place, column in enumerate(places):
        if of is not None and system.cells[column] not in of:
            continue
        aim = np.zeros(len(places))
        aim[place] = 1.0
        found[system.cells[column]] = (_extreme(aim, matrix, given), -_extreme(-aim, matrix, given))
    return found


def _extreme(aim: Floats, matrix: csr_array, given: Floats) -> float:
    """The least that `aim` can be, over all counts that fit; minus infinity where nothing bounds it."""
    if not matrix.shape[0]:
        return 0.0 if aim.max() > 0 else -inf
    found = linprog(aim, A_eq=matrix, b_eq=given, bounds=(0, None), method="highs")
    return float(found.fun) if found.status == 0 else -inf


def narrowest(found: Mapping[Cell, tuple[float, float]]) -> float:
    """The smallest distance between lowest and highest of any hidden cell; endless where none is hidden."""
    return min((high - low for low, high in found.values()), default=inf)
