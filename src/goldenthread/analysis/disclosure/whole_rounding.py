"""Instead of hiding: every count as a multiple of a base, so that no small one is exact.

Tabular: rounded totals are still the sums of rounded parts (controlled rounding, by integer programming).
Random: each cell goes up or down by its own chance, which depends on the cell and a secret seed alone, so the
same figure rounds the same way in every release and repeating the question averages nothing out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from goldenthread.analysis.disclosure.attack import System
from goldenthread.analysis.disclosure.tables import Cell, Table

BASE = 5
SECONDS = 20.0
"""How long the solver may look for rounded counts that add up."""


class Method(StrEnum):
    """How counts are rounded."""

    TABULAR = "rounded counts add up"
    RANDOM = "each count rounded by its own chance"


@dataclass(frozen=True, slots=True)
class Rounded:
    """A table with every count rounded to `base`."""

    shown: Mapping[Cell, int]
    base: int
    method: Method

    @property
    def words(self) -> str:
        """For the foot of the table."""
        sums = (
            "totals are the sums shown"
            if self.method is Method.TABULAR
            else "totals may differ from the sums"
        )
        return f"Every count is rounded to a multiple of {self.base}; {sums}."


def rounded(table: Table, seed: str, base: int = BASE, method: Method = Method.TABULAR) -> Rounded:
    """The table rounded. Falls back to random rounding where no rounded counts add up.

    `seed` is a secret of the partnership; the same seed gives the same result. Raises `ValueError` for a base
    below two.
    """
    if base < 2:
        raise ValueError("a base is at least two")
    shown = _adding_up(table, seed, base) if method is Method.TABULAR else None
    if shown is None:
        method = Method.RANDOM
        shown = {cell: _by_chance(cell, count, base, seed) for cell, count in table.counts.items()}
    return Rounded(shown, base, method)


def _chance(cell: Cell, seed: str) -> float:
    """A number from nought to one that belongs to this cell under this seed."""
    digest = blake2b("\x1f".join(cell).encode(), key=seed.encode()[:64], digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def _by_chance(cell: Cell, count: int, base: int, seed: str) -> int:
    """Up with a chance of rest over base, so that rounding favours neither side."""
    rest = count % base
    return count - rest + (base if _chance(cell, seed) < rest / base else 0)


def _adding_up(table: Table, seed: str, base: int) -> dict[Cell, int] | None:
    """Multiples of the base next to each count that add up, as near to the random ones as can be."""
    system = System(table)
    floors = np.floor(system.counts / base)
    exact = system.counts % base == 0
    wanted = np.array([_by_chance(cell, int(table.counts[cell]), base, seed) for cell in system.cells]) / base
    lift = np.where(wanted > floors, -1.0, 1.0)
    solved = milp(
        lift,
        integrality=np.ones(len(floors)),
        bounds=Bounds(np.zeros(len(floors)), np.where(exact, 0.0, 1.0)),
        constraints=LinearConstraint(system.matrix, -(system.matrix @ floors), -(system.matrix @ floors))
        if table.sums
        else (),
        options={"time_limit": SECONDS},
    )
    if solved.x is None:
        return None
    return {
        cell: int(base * (floor + round(up)))
        for cell, floor, up in zip(system.cells, floors, solved.x, strict=True)
    }


def range_left(table: Table, released: Rounded) -> float:
    """The narrowest range for a count not nought, for one who knows the base and how true counts add up.

    Two linear programmes a count: for the checks before a release, not for every page.
    """
    system = System(table)
    given = np.array([released.shown[cell] for cell in system.cells], dtype=float)
    ranges = np.column_stack([np.maximum(0, given - released.base + 1), given + released.base - 1])
    narrowest = inf
    for place in np.flatnonzero(system.counts > 0):
        aim = np.zeros(len(given))
        aim[place] = 1.0
        ends = []
        for sign in (1, -1):
            found = linprog(
                sign * aim,
                A_eq=system.matrix if table.sums else None,
                b_eq=np.zeros(system.matrix.shape[0]) if table.sums else None,
                bounds=ranges,
                method="highs",
            )
            ends.append(sign * float(found.fun))
        narrowest = min(narrowest, ends[1] - ends[0])
    return narrowest
