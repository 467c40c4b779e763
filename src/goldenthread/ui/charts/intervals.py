"""Who waits longest, and is it more than chance? A row a group: its value with an interval, on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.marks import Mark, draw_mark
from goldenthread.ui.charts.pen import NARROW, WIDE, Drawn, Pen
from goldenthread.ui.charts.scale import SHARE, Unit, nice_ticks, tick_words

ROW = 36
TOP = 34
BELOW = 34


@dataclass(frozen=True)
class Interval:
    """One group. `mark` is given only where it differs from all by more than chance."""

    name: str
    value: float
    low: float
    high: float
    mark: Mark | None = None


@dataclass(frozen=True)
class Overall:
    """The line across all groups: the area as a whole."""

    name: str
    value: float


def intervals(
    groups: Sequence[Interval], *, title: str, overall: Overall | None = None, unit: Unit = SHARE
) -> Drawn:
    """The groups from top to bottom in the order given, on one scale from 0."""
    return Drawn(*(drawn_at(narrow, groups, overall, unit, title) for narrow in (False, True)))


def drawn_at(
    narrow: bool, groups: Sequence[Interval], overall: Overall | None, unit: Unit, title: str
) -> Markup:
    width, size = (NARROW, 14) if narrow else (WIDE, 15)
    names = [wrapped(each.name, width if narrow else 190, size, bold=True) for each in groups]
    over = size + 6 if narrow else 0
    row = ROW + over
    widest = max((width_of(line, size, bold=True) for lines in names for line in lines), default=0)
    left = 8 if narrow else widest + 14
    values = max((width_of(unit.written(each.value), size, bold=True) for each in groups), default=0)
    ticks = ticks_for(groups, overall, unit)
    right = width - values - 12
    pen = Pen(width, TOP + row * len(groups) + BELOW, title, size=size)
    floor = pen.height - BELOW

    def x(value: float) -> float:
        return left + (right - left) * min(max(value, 0), ticks[-1]) / ticks[-1]

    for tick, words in zip(ticks, tick_words(ticks), strict=True):
        pen.line((x(tick), TOP - 4), (x(tick), floor), colour=palette.RULE, width=1.4 if not tick else 0.8)
        half = width_of(words, size) / 2
        pen.text(words, min(max(x(tick), half), width - half), floor + 22, anchor="middle")
    if overall:
        draw_overall(pen, x(overall.value), floor, f"{overall.name} {unit.written(overall.value)}")
    for number, group in enumerate(groups):
        y = TOP + row * number + over + ROW / 2
        draw_name(pen, names[number], y, narrow=narrow, bold=bool(group.mark))
        pen.line((x(group.low), y), (x(group.high), y), colour=palette.SPRUCE_MID, width=2.4)
        for end in (group.low, group.high):
            pen.line((x(end), y - 5), (x(end), y + 5), colour=palette.SPRUCE_MID, width=1.6)
        draw_mark(pen, x(group.value), y, group.mark)
        colour = palette.INK if group.mark else palette.INK_SOFT
        words = unit.written(group.value)
        pen.text(words, width - 1, y + 5, anchor="end", colour=colour, bold=bool(group.mark))
    return pen.svg()


def ticks_for(groups: Sequence[Interval], overall: Overall | None, unit: Unit) -> list[float]:
    """A share to the next round number, at most a hundred; an amount to its own."""
    most = max([each.high for each in groups] + ([overall.value] if overall else []), default=0)
    ticks = nice_ticks(min(most, 100) if unit.share else most)
    return [tick for tick in ticks if not unit.share or tick <= 100]


def draw_name(pen: Pen, lines: Sequence[str], y: float, *, narrow: bool, bold: bool) -> None:
    """At the left of the row, or above it on a phone."""
    colour = palette.INK if bold else palette.INK_SOFT
    if narrow:
        pen.text(
            lines[0] + (" …" if lines[1:] else ""), 0, y - ROW / 2 + 3, colour=colour, bold=bold, cased=True
        )
        return
    line = pen.size + 3
    for number, words in enumerate(lines[:2]):
        offset = (number - (min(len(lines), 2) - 1) / 2) * line
        pen.text(words, 0, y + 5 + offset, colour=colour, bold=bold)


def draw_overall(pen: Pen, x: float, floor: float, words: str) -> None:
    """A dashed line through all rows with its name above."""
    pen.line((x, 22), (x, floor), colour=palette.INK_SOFT, width=1.6, dash="5 4")
    half = width_of(words, pen.size) / 2
    pen.text(words, min(max(x, half + 1), pen.width - half - 1), 15, anchor="middle")
