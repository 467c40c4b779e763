"""Which groups of answers may nobody see? Small ones, and those that would give a small one away.

What everyone answered stands beside, so the solver takes it for known; so does whoever gave no group.
"""

from collections.abc import Mapping
from functools import lru_cache

from goldenthread.analysis.disclosure.releases import Release
from goldenthread.analysis.disclosure.suppression import protect
from goldenthread.analysis.disclosure.tables import Cell, Table, crossed

EVERYONE = "everyone"
NOT_SAID = "group not said"
ALL = "all"

Sides = tuple[int, ...]
"""What must not be small, in people: of a share those who count and those who do not; of a count, itself."""


def hidden_groups(groups: Mapping[str, Sides], everyone: Sides) -> frozenset[str]:
    """The groups of one dimension that may not be shown, given that everyone's sides are public.

    All of them where groups hold more than everyone: what does not add up cannot be protected.
    """
    return _hidden(tuple(sorted(groups.items())), everyone)


@lru_cache(maxsize=2_048)
def _hidden(groups: tuple[tuple[str, Sides], ...], everyone: Sides) -> frozenset[str]:
    """Kept by its contents: a survey stays as it is, and its page is opened again and again."""
    rest = tuple(of_all - sum(parts) for of_all, *parts in zip(everyone, *_sides(groups), strict=True))
    if any(side < 0 for side in rest):
        return frozenset(dict(groups))
    rows = dict(groups) | {NOT_SAID: rest}
    leaves: dict[Cell, int] = {
        (group, f"side {place}"): count for group, sides in rows.items() for place, count in enumerate(sides)
    }
    sides = dict.fromkeys((side for _, side in leaves), ALL)
    table = crossed(leaves, [dict.fromkeys(rows, EVERYONE), sides])
    public = Table({cell: count for cell, count in table.counts.items() if cell[0] == EVERYONE})
    safe = protect(table, before=[Release(public, frozenset())])
    if any(cell[0] != EVERYONE for cell in safe.exposed):
        return frozenset(dict(groups))
    return frozenset(cell[0] for cell in safe.why) - {EVERYONE, NOT_SAID}


def _sides(groups: tuple[tuple[str, Sides], ...]) -> list[Sides]:
    return [sides for _, sides in groups]
