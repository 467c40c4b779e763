"""Where do the knots of a clock stand, in hundredths of the thread, and which have room for their words?

The drawing stretches with the page and its words do not: a name is shown from the width on where it has room.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from goldenthread.ui.charts.letters import width_of
from goldenthread.ui.values import Clock, Mark

Anchor = Literal["start", "middle", "end"]
Room = Literal["any", "middle", "wide", "none"]

# Pixels of thread on a page of 1,200 and on the narrowest page above a phone.
WIDE, MIDDLE = 1140.0, 700.0
GAP = 12.0


@dataclass(frozen=True)
class Knot:
    """A mark at its place; `room` says on which pages its words are shown."""

    at: float
    mark: Mark
    anchor: Anchor
    room: Room


@dataclass(frozen=True)
class Thread:
    """A clock laid out. `now` is where today stands; past the limit it stands at the end."""

    now: float
    past: bool
    now_anchor: Anchor
    knots: Sequence[Knot]


def thread_of(clock: Clock) -> Thread:
    """Knots at the real proportion of days."""

    def at(day: int) -> float:
        return round(100 * min(max(day, 0), clock.length) / max(clock.length, 1), 2)

    marks = sorted(clock.marks, key=lambda mark: mark.day)
    ends = {marks[0], marks[-1]} if marks else set()
    wide, middle = (fitting(marks, ends, at, pixels) for pixels in (WIDE, MIDDLE))

    def room(mark: Mark) -> Room:
        if mark in ends:
            return "any"
        return "none" if mark not in wide else "middle" if mark in middle else "wide"

    return Thread(
        now=at(clock.today),
        past=clock.today > clock.length,
        now_anchor="start" if at(clock.today) < 20 else "end",
        knots=[Knot(at(mark.day), mark, anchor_at(at(mark.day)), room(mark)) for mark in marks],
    )


def fitting(marks: Iterable[Mark], ends: set[Mark], at: Callable[[int], float], pixels: float) -> set[Mark]:
    """The marks whose words run into no other on so many pixels: the ends first, then from the left."""
    found: set[Mark] = set()
    taken: list[tuple[float, float]] = []
    for mark in sorted(marks, key=lambda each: each not in ends):
        x = at(mark.day) * pixels / 100
        span = max(width_of(mark.name, 16), width_of(mark.note, 15))
        start = x - {"start": 6.0, "middle": span / 2, "end": span - 6}[anchor_at(at(mark.day))]
        if mark in ends or all(start + span + GAP <= left or start >= right + GAP for left, right in taken):
            found.add(mark)
            taken.append((start, start + span))
    return found


def anchor_at(place: float) -> Anchor:
    """Words at the two ends stand inside the drawing; the others are centred on their knot."""
    return "start" if place < 1 else "end" if place > 99 else "middle"
