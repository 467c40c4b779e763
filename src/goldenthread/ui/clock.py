"""Where do the knots of a clock stand? On the thread from request to limit, at two widths."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from goldenthread.ui.values import Clock, Mark

Anchor = Literal["start", "middle", "end"]

# A capital or digit of Source Sans 3 at 16 px is about 8 px wide, most letters are narrower: this errs wide.
LETTER = 7.6
GAP = 12.0


@dataclass(frozen=True)
class Knot:
    """A mark at its place; `anchor` is None where its words would run into another's."""

    x: float
    mark: Mark
    anchor: Anchor | None
    words_x: float


@dataclass(frozen=True)
class Drawing:
    """A clock laid out for one width, in pixels."""

    width: int
    left: float
    right: float
    now: float
    past: bool
    knots: Sequence[Knot]
    now_anchor: Anchor


def drawings(clock: Clock) -> tuple[Drawing, Drawing]:
    """The clock for a wide screen and for a phone; a phone names only the ends."""
    return lay_out(clock, width=1180), lay_out(clock, width=300, ends_only=True)


def lay_out(clock: Clock, *, width: int, ends_only: bool = False) -> Drawing:
    """Knots at the real proportion of days. Past the limit the bar has reached its end."""
    left, right = 8.0, width - 8.0
    days = max(clock.length, 1)

    def at(day: int) -> float:
        return round(left + (right - left) * min(max(day, 0), days) / days, 1)

    marks = sorted(clock.marks, key=lambda mark: mark.day)
    ends = {marks[0], marks[-1]} if marks else set()
    named = placed([mark for mark in marks if not ends_only or mark in ends], ends, at, width)
    now = at(clock.today)
    return Drawing(
        width=width,
        left=left,
        right=right,
        now=now,
        past=clock.today > clock.length,
        knots=[Knot(at(mark.day), mark, *named.get(mark, (None, at(mark.day)))) for mark in marks],
        now_anchor="start" if now < width * 0.15 else "end",
    )


def placed(
    marks: Iterable[Mark], ends: set[Mark], at: Callable[[int], float], width: int
) -> dict[Mark, tuple[Anchor, float]]:
    """Which marks get their words, and where: the two ends, then each between that runs into no other."""
    found: dict[Mark, tuple[Anchor, float]] = {}
    taken: list[tuple[float, float]] = []
    for mark in sorted(marks, key=lambda each: each not in ends):
        anchor, x = anchored(at(mark.day), width)
        span = LETTER * max(len(mark.name), len(mark.note))
        start = x - {"start": 0.0, "middle": span / 2, "end": span}[anchor]
        free = all(start + span + GAP <= begins or start >= finishes + GAP for begins, finishes in taken)
        if free or mark in ends:
            found[mark] = (anchor, x)
            taken.append((start, start + span))
    return found


def anchored(x: float, width: int) -> tuple[Anchor, float]:
    """Words at the two ends stand inside the drawing; the others are centred on their knot."""
    if x <= 12:
        return "start", 2.0
    if x >= width - 12:
        return "end", width - 1.0
    return "middle", x
