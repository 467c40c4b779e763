"""Which cells must be hidden so that no small count can be worked out, from this release and all before it?

Small counts first (primary). Then, for each hidden cell and each direction, a linear programme finds the
cheapest other cells through which its count could be higher or lower by what the rule asks, and those are
hidden too (secondary): the method of Zayatz (1992, US Bureau of the Census, RR-92/02) with sliding
protection. Because the changed counts would add up to all that is shown, no solver can rule them out.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from goldenthread.analysis.disclosure.attack import Floats, System, bounds
from goldenthread.analysis.disclosure.releases import Growth, Known, Release, known_with
from goldenthread.analysis.disclosure.rule import RULE, Rule
from goldenthread.analysis.disclosure.tables import Cell, Table

MOVED = 1e-7


class Why(StrEnum):
    """Why a cell is withheld. The public sees one symbol for all: the reason itself would tell."""

    SMALL = "it counts so few children that they could be known"
    PROTECTS = "from it and other figures a small count could be worked out"
    EARLIER = "together with an earlier release it would give a small count away"


@dataclass(frozen=True, slots=True)
class Protected:
    """A table ready to be released, or not.

    `shown` has None for what is withheld, `why` the reason of each, `width` the narrowest range that anybody
    could work out for anything hidden. `exposed` are small counts that earlier releases have given away
    already, or that nothing left to hide protects: while there are any, `is_safe` is False. The range is at
    least `width`; where it need not be known closer, it is not worked out closer.
    """

    table: Table
    shown: Mapping[Cell, int | None]
    why: Mapping[Cell, Why]
    width: float
    exposed: tuple[Cell, ...]

    @property
    def is_safe(self) -> bool:
        return not self.exposed

    @property
    def release(self) -> Release:
        """What the next release must know of this one."""
        return Release(self.table, frozenset(self.why))

    @property
    def words(self) -> str:
        """How much was withheld and why, for whoever signs the release off."""
        small = sum(reason is Why.SMALL for reason in self.why.values())
        others = len(self.why) - small
        if not self.why:
            return f"All {len(self.shown)} figures can be shown."
        return (
            f"{len(self.why)} of {len(self.shown)} figures are withheld: {small} because they count very few "
            f"children, {others} because a small count could be worked out from them."
        )


def protect(
    table: Table,
    rule: Rule = RULE,
    *,
    before: Sequence[Release] = (),
    growth: Sequence[Growth] = (),
    secondary: bool = True,
) -> Protected:
    """The table with everything hidden that must be, given all earlier releases, oldest first.

    `growth` says which cells count everybody that an earlier cell counts. `secondary` off shows what primary
    suppression alone would do; nothing may be released so.
    """
    known = known_with(table, before, growth)
    small = {cell for cell, count in known.table.counts.items() if rule.is_small(count)}
    primary = {cell for cell in small if cell in known.open_to_hiding}
    hidden = primary | known.hidden_before | known.differences
    must = primary | known.hidden_before | (small & known.differences)
    ranges: dict[Cell, float] = {}
    if secondary:
        ranges = _enough(known, hidden, must, rule)
        hidden |= set(ranges)
    guarded = {cell for cell in hidden if cell not in known.differences or cell in must}
    unsure = {cell for cell in guarded if ranges.get(cell, 0.0) < rule.width - MOVED}
    found = bounds(known.table, hidden, unsure) if unsure else {}
    ranges |= {cell: high - low for cell, (low, high) in found.items()}
    exposed = {cell for cell in guarded if ranges[cell] < rule.width - MOVED}
    exposed |= {cell for cell in small if cell in table.counts and cell in known.public}
    return Protected(
        table,
        {cell: None if cell in hidden else count for cell, count in table.counts.items()},
        {cell: _why(cell, primary, known) for cell in table.counts if cell in hidden},
        min((ranges[cell] for cell in guarded), default=inf),
        tuple(sorted(exposed)),
    )


def _why(cell: Cell, primary: set[Cell], known: Known) -> Why:
    if cell in primary:
        return Why.SMALL
    return Why.EARLIER if cell in known.hidden_before else Why.PROTECTS


def _enough(known: Known, hidden: set[Cell], must: set[Cell], rule: Rule) -> dict[Cell, float]:
    """Which cells to hide so that each could be other by the rule's width, with the width shown for each.

    A way found for one cell is a way for every cell that it moves, so most need no search of their own.
    """
    system = System(known.table)
    depths = known.table.depth()
    dear = np.array([1 + np.log2(1 + known.table.counts[cell]) + 4 * depths[cell] for cell in system.cells])
    fixed = np.array([cell in known.public for cell in system.cells])
    free = np.array([cell in hidden for cell in system.cells])
    highest, lowest = np.zeros(len(dear)), np.zeros(len(dear))
    queue = deque(sorted(must))
    while queue:
        cell = queue.popleft()
        place = system.places[cell]
        down = min(known.table.counts[cell], rule.width // 2)
        for step in (rule.width - down, -down):
            if step == 0 or highest[place] - lowest[place] >= rule.width - MOVED:
                continue
            moved = _through(system, place, step, np.where(free, 0.0, dear), fixed & ~free)
            highest, lowest = np.maximum(highest, moved), np.minimum(lowest, moved)
            joining = (np.abs(moved) > MOVED) & ~free
            queue.extend(system.cells[one] for one in np.flatnonzero(joining))
            free |= joining
    wanted = must | {system.cells[one] for one in np.flatnonzero(free)} - known.differences
    return {cell: float((highest - lowest)[system.places[cell]]) for cell in wanted}


def _through(system: System, place: int, step: int, cost: Floats, fixed: NDArray[np.bool_]) -> Floats:
    """The cheapest change of all counts in which the one at `place` differs by `step`.

    No change at all where there is no way. `fixed` counts cannot change, and none falls below nought.
    """
    many = len(system.cells)
    up, down = np.where(fixed, 0.0, np.inf), np.where(fixed, 0.0, system.counts)
    low_up, low_down = np.zeros(many), np.zeros(many)
    up[place] = low_up[place] = max(step, 0)
    down[place] = low_down[place] = max(-step, 0)
    solved = linprog(
        np.concatenate([cost, cost]),
        A_eq=system.both_ways,
        b_eq=np.zeros(system.matrix.shape[0]),
        bounds=np.column_stack([np.concatenate([low_up, low_down]), np.concatenate([up, down])]),
        method="highs",
    )
    if solved.status != 0:
        return np.zeros(many)
    change = solved.x[:many] - solved.x[many:]
    return np.where(np.abs(change) > MOVED, change, 0.0)
