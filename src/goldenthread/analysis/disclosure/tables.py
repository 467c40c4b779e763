"""What adds up to what? Counts in cells, and the sums that anybody can redo.

A share is a dimension of two categories (in time, not in time) under their total, so that hiding one side
and showing the other is seen for what it is. A hierarchy gives each category its parent: districts their
area, needs their total.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Cell = tuple[str, ...]
"""What a count is of: one category for each dimension, and whatever else tells it apart (measure, period)."""
Parents = Mapping[str, str]
"""A hierarchy: each category's parent. What is nobody's child is a top."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One cell that is the sum of others."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Counts, and how they add up.

    Raises `ValueError` where they do not, or where a count is below nought: what does not add up cannot be
    protected.
    """

    counts: Mapping[Cell, int]
    sums: tuple[Sum, ...] = ()

    def __post_init__(self) -> None:
        if any(count < 0 for count in self.counts.values()):
            raise ValueError("a count is not below nought")
        for one in self.sums:
            if self.counts[one.total] != sum(self.counts[part] for part in one.parts):
                raise ValueError(f"{one.total} is not the sum of its parts")

    def depth(self) -> dict[Cell, int]:
        """How many sums each cell is a total of: totals are dearer to hide."""
        depths: dict[Cell, int] = defaultdict(int)
        for one in self.sums:
            depths[one.total] += 1
        return depths


def crossed(leaves: Mapping[Cell, int], hierarchies: Sequence[Parents]) -> Table:
    """The whole table of counts by their lowest categories: every total of every dimension, and all sums.

    `leaves` has one category a dimension, in the order of `hierarchies`; a combination not given is nought.
    Raises `ValueError` for a cell of another length or a category that is a parent.
    """
    if any(len(leaf) != len(hierarchies) for leaf in leaves):
        raise ValueError("one category for each dimension")
    children = [_children(parents) for parents in hierarchies]
    if any(category in below for leaf in leaves for category, below in zip(leaf, children, strict=True)):
        raise ValueError("counts are given by the lowest categories")
    every = [
        sorted({leaf[place] for leaf in leaves} | set(parents) | set(parents.values()))
        for place, parents in enumerate(hierarchies)
    ]
    counts: dict[Cell, int] = dict.fromkeys(product(*every), 0)
    for leaf, count in leaves.items():
        lines = [_upwards(category, parents) for category, parents in zip(leaf, hierarchies, strict=True)]
        for cell in product(*lines):
            counts[cell] += count
    return Table(counts, tuple(_sums(counts, children)))


def _children(parents: Parents) -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = defaultdict(list)
    for child, parent in parents.items():
        below[parent].append(child)
    return {parent: tuple(sorted(found)) for parent, found in below.items()}


def _upwards(category: str, parents: Parents) -> list[str]:
    line = [category]
    while line[-1] in parents:
        line.append(parents[line[-1]])
    return line


def _sums(cells: Iterable[Cell], children: Sequence[Mapping[str, tuple[str, ...]]]) -> Iterable[Sum]:
    for cell in cells:
        for place, below in enumerate(children):
            if cell[place] in below:
                parts = tuple((*cell[:place], child, *cell[place + 1 :]) for child in below[cell[place]])
                yield Sum(cell, parts)
