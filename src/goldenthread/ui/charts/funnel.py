"""Which places differ by more than chance? Each against its size, with limits that narrow as sizes grow."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.axes import BELOW
from goldenthread.ui.charts.letters import width_of
from goldenthread.ui.charts.marks import Mark, draw_mark
from goldenthread.ui.charts.pen import NARROW, WIDE, Anchor, Drawn, Pen
from goldenthread.ui.charts.scale import SHARE, Unit, nice_ticks, tick_words

TOP = 20
FEW = 12
"""So many places are all named where there is room; of more, only those outside the limits are."""


@dataclass(frozen=True)
class Spot:
    """One place: its size (how many it is out of) and value; `mark` only where it is outside the limits."""

    name: str
    size: float
    value: float
    mark: Mark | None = None


@dataclass(frozen=True)
class Funnel:
    """The limits at rising sizes: 95 of 100 places that differ by chance alone lie in the inner ones.

    Of the outer ones it is 998 of 1,000. Both may allow for overdispersion; the caller says so in words.
    """

    centre: float
    sizes: Sequence[float]
    inner_low: Sequence[float]
    inner_high: Sequence[float]
    outer_low: Sequence[float]
    outer_high: Sequence[float]


@dataclass(frozen=True)
class Frame:
    """Where sizes and values stand, in pixels."""

    narrow: bool
    across: Sequence[float]
    up: Sequence[float]
    left: float
    right: float
    bottom: float

    def x(self, size: float) -> float:
        return self.left + (self.right - self.left) * size / self.across[-1]

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - TOP) * (value - self.up[0]) / (self.up[-1] - self.up[0])

    def kept(self, value: float) -> float:
        """A limit that leaves the drawing follows its edge."""
        return self.y(min(max(value, self.up[0]), self.up[-1]))


def funnel(spots: Sequence[Spot], limits: Funnel, *, title: str, of: str, unit: Unit = SHARE) -> Drawn:
    """Draw at both widths. `of` names the sizes ("plans issued")."""
    return Drawn(*(drawn_at(narrow, spots, limits, unit, (title, of)) for narrow in (False, True)))


def drawn_at(
    narrow: bool, spots: Sequence[Spot], limits: Funnel, unit: Unit, words: tuple[str, str]
) -> Markup:
    title, of = words
    width, height, size = (NARROW, 290, 14) if narrow else (WIDE, 330, 15)
    pen = Pen(width, height, title, size=size)
    most = max([spot.value for spot in spots] + [limits.centre, *limits.inner_high[-1:]], default=0)
    up = nice_ticks(min(most * 1.1, 100) if unit.share else most * 1.1)
    across = nice_ticks(max([spot.size for spot in spots], default=1), about=3 if narrow else 5)
    left = max(width_of(each, size) for each in tick_words(up)) + 8
    room = 12 + width_of(tick_words(across)[-1], size) / 2
    frame = Frame(narrow, across, up, left, width - room, height - BELOW - 14)
    draw_limits(pen, frame, limits)
    draw_axes(pen, frame, of)
    y = frame.y(limits.centre)
    pen.line((frame.left, y), (frame.right, y), colour=palette.SPRUCE_MID, width=1.6)
    draw_spots(pen, frame, spots)
    return pen.svg()


def draw_limits(pen: Pen, frame: Frame, limits: Funnel) -> None:
    """The inner limits tinted, the outer ones dashed."""
    inside = [number for number, size in enumerate(limits.sizes) if size <= frame.across[-1]]
    if len(inside) < 2:
        return

    def edge(values: Sequence[float]) -> list[tuple[float, float]]:
        return [(frame.x(limits.sizes[each]), frame.kept(values[each])) for each in inside]

    area = [*edge(limits.inner_high), *reversed(edge(limits.inner_low))]
    pen.area(area, colour=palette.SPRUCE_TINT)
    for values in (limits.outer_low, limits.outer_high):
        pen.path(edge(values), colour=palette.SPRUCE_MID, width=1.4, dash="5 4")


def draw_axes(pen: Pen, frame: Frame, of: str) -> None:
    """Values at the left with hairlines, sizes below with what they are."""
    for tick, words in zip(frame.up, tick_words(frame.up), strict=True):
        y = frame.y(tick)
        pen.line((frame.left, y), (frame.right, y), colour=palette.RULE, width=0.8 if tick else 1.4)
        pen.text(words, frame.left - 7, y + 5, anchor="end")
    for tick, words in zip(frame.across, tick_words(frame.across), strict=True):
        pen.text(words, frame.x(tick), frame.bottom + 21, anchor="middle")
    pen.text(of, frame.right, frame.bottom + 41, anchor="end")


def draw_spots(pen: Pen, frame: Frame, spots: Sequence[Spot]) -> None:
    """The places within the limits muted, those outside in their mark and by name."""
    ordered = sorted(spots, key=lambda spot: (spot.mark is not None, spot.size))
    for spot in ordered:
        x, y = frame.x(spot.size), frame.y(spot.value)
        if spot.mark:
            draw_mark(pen, x, y, spot.mark)
        else:
            pen.dot(x, y, radius=3.6, colour=palette.SPRUCE_MID, edge=1.6)
    taken = [around(frame.x(spot.size), frame.y(spot.value)) for spot in spots]
    all_named = len(spots) <= FEW and not frame.narrow
    for spot in reversed(ordered):
        if spot.mark or all_named:
            draw_name(pen, frame, spot, taken)


Box = tuple[float, float, float, float]


def around(x: float, y: float) -> Box:
    """The room that a mark takes."""
    return x - 6, y - 6, x + 6, y + 6


def touches(one: Box, other: Box) -> bool:
    """Do two boxes share any room?"""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def draw_name(pen: Pen, frame: Frame, spot: Spot, taken: list[Box]) -> None:
    """The name at the first side of its mark that is free; a muted place without a free side goes unnamed."""
    x, y, bold = frame.x(spot.size), frame.y(spot.value), bool(spot.mark)
    span = width_of(spot.name, pen.size, bold=bold)
    sides: tuple[tuple[float, float, Anchor], ...] = (
        (10, 5, "start"),
        (-10, 5, "end"),
        (0, -11, "middle"),
        (0, 21, "middle"),
        (8, -9, "start"),
        (-8, -9, "end"),
        (8, 19, "start"),
        (-8, 19, "end"),
    )
    for dx, dy, anchor in sides:
        start = x + dx - {"start": 0, "middle": span / 2, "end": span}[anchor]
        box = (start, y + dy - 13, start + span, y + dy + 4)
        fits = frame.left <= start and start + span <= pen.width and box[1] >= 0 and box[3] <= frame.bottom
        if fits and not any(touches(box, other) for other in taken):
            taken.append(box)
            colour = palette.INK if bold else palette.INK_SOFT
            pen.text(spot.name, x + dx, y + dy, anchor=anchor, colour=colour, bold=bold, cased=True)
            return
