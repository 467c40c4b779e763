"""How often was this raised, and is it closed? Points of letters tied over the years."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

CLOSES = "closes"


class Dated(Protocol):
    """A point that knows which document raised it. `order` sorts documents by their day."""

    @property
    def pk(self) -> int: ...
    @property
    def origin_id(self) -> int: ...
    @property
    def order(self) -> tuple[str, int]: ...


P = TypeVar("P", bound=Dated)


@dataclass(frozen=True, slots=True)
class Knot:
    """`later` repeats, sharpens or closes `earlier` (numbers of points)."""

    later: int
    earlier: int
    how: str


@dataclass(frozen=True, slots=True)
class Chain(Generic[P]):
    """Points that are about one thing, oldest first. A point that closes is last and raises nothing."""

    raised: Sequence[P]
    closed_by: P | None

    @property
    def times(self) -> int:
        """In how many documents it was raised."""
        return len({point.origin_id for point in self.raised})

    @property
    def newest(self) -> P:
        return self.raised[-1]


def chains(points: Iterable[P], knots: Iterable[Knot]) -> dict[int, Chain[P]]:
    """The chain of every point, by the number of the point.

    It is closed where a closing point is its newest; raised again after that, it is open again.
    """
    known = {point.pk: point for point in points}
    ties = [knot for knot in knots if knot.later in known and knot.earlier in known]
    closing = {knot.later for knot in ties if knot.how == CLOSES}
    found: dict[int, Chain[P]] = {}
    for group in _together(known, ties):
        line = sorted((known[pk] for pk in group), key=lambda point: point.order)
        raised = [point for point in line if point.pk not in closing]
        closed_by = line[-1] if line[-1].pk in closing else None
        chain = Chain(raised or line, closed_by if raised else None)
        found |= {pk: chain for pk in group}
    return found


def _together(known: dict[int, P], ties: Iterable[Knot]) -> list[set[int]]:
    """Points that are tied to one another, directly or through others."""
    beside: dict[int, set[int]] = defaultdict(set)
    for tie in ties:
        beside[tie.later].add(tie.earlier)
        beside[tie.earlier].add(tie.later)
    groups, seen = [], set[int]()
    for start in known:
        if start in seen:
            continue
        group, ahead = set[int](), [start]
        while ahead:
            one = ahead.pop()
            if one not in group:
                group.add(one)
                ahead += beside[one] - group
        seen |= group
        groups.append(group)
    return groups
