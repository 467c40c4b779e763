"""Did it change by more than its own noise? Points in time between limits: an XmR chart, or a t or g chart.

The limits and signals are worked out elsewhere. Colour stands on a signal only, and every limit is written.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.axes import BELOW, INSET, Plot, Values, draw_grid, runs
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.marks import Mark, draw_mark, draw_ring
from goldenthread.ui.charts.pen import NARROW, WIDE, Drawn, Pen, Point
from goldenthread.ui.charts.scale import SHARE, Unit, spread, tick_words, ticks_between

FULL = 1160
"""The width of a chart that has a desk page to itself."""


@dataclass(frozen=True)
class Limits:
    """The limits of one stretch of a process, from the point `first` to the point `last` (both counted).

    `low` and `high` have one value a point, for limits widen where a point rests on few; or none, where
    a stretch has too few points for limits.
    """

    first: int
    last: int
    centre: float
    low: Sequence[float] = ()
    high: Sequence[float] = ()

    @classmethod
    def level(cls, first: int, last: int, *, centre: float, low: float, high: float) -> "Limits":
        """Limits that are the same at every point."""
        count = last - first + 1
        return cls(first, last, centre, [low] * count, [high] * count)


@dataclass(frozen=True)
class Step:
    """A declared step: new limits begin at the point `at`, for this reason."""

    at: int
    reason: str


@dataclass(frozen=True)
class Process:
    """All that one chart shows. `marks` are the signals, by the number of their point."""

    periods: Sequence[str]
    values: Values
    limits: Sequence[Limits] = ()
    marks: Mapping[int, Mark] = field(default_factory=dict)
    steps: Sequence[Step] = ()
    cited: int | None = None
    unit: Unit = SHARE
    centre_name: str = "average"

    def edges(self) -> list[float]:
        """Every number that the drawing must hold."""
        ends = [end for each in self.limits for end in (*each.low, each.centre, *each.high)]
        return [value for value in self.values if value is not None] + ends

    def ticks(self) -> list[float]:
        """A share from nought, up to the next fifth of a hundred; an amount between its own ends."""
        edges = self.edges() or [0.0]
        if not self.unit.share:
            return ticks_between(max(min(edges), 0), max(edges))
        most = min(max(*edges, 1.0), 100.0)
        step = 20 if most > 25 else 5 if most > 5 else 1
        return [float(tick) for tick in range(0, math.ceil(most / step) * step + 1, step)]


def process(chart: Process, *, title: str, full: bool = False) -> Drawn:
    """Draw at both widths; `full` where the chart has a page to itself. `title` tells the finding."""
    return Drawn(*(drawn_at(width, chart, title) for width in (FULL if full else WIDE, NARROW)))


def drawn_at(width: int, chart: Process, title: str) -> Markup:
    narrow = width == NARROW
    size, height = (14, 286) if narrow else (15, 326)
    pen = Pen(width, height, title, size=size)
    ticks = chart.ticks()
    left = max(width_of(words, size) for words in tick_words(ticks)) + 8
    names = limit_names(chart, room=78 if narrow else 170, size=size)
    lines = [line for _, words, bold in names for line in words]
    room = max((width_of(line, size, bold=True) for line in lines), default=INSET) + 12
    top = 14.0 + (size + 4) * most_reason_lines(chart, narrow)
    plot = Plot(narrow, chart.periods, ticks[-1], left, width - room, height - BELOW, least=ticks[0], top=top)
    for limits in chart.limits:
        draw_band(pen, plot, limits)
    draw_grid(pen, plot, ticks)
    for limits in chart.limits:
        draw_limits(pen, plot, limits)
    for step in chart.steps:
        draw_step(pen, plot, step)
    draw_points(pen, plot, chart)
    draw_limit_names(pen, plot, names)
    return pen.svg()


def most_reason_lines(chart: Process, narrow: bool) -> int:
    """Lines to keep free above the plot: on a phone steps are marked and their reasons stand in the table."""
    return 0 if narrow or not chart.steps else 1


def stairs(plot: Plot, limits: Limits, values: Sequence[float]) -> list[Point]:
    """A limit of a stretch: level around each point, half a step outside the first and the last."""
    half = min(plot.step / 2, float(INSET))
    points: list[Point] = []
    for number, value in enumerate(values):
        y, x = plot.y(max(value, plot.least)), plot.x(limits.first + number)
        ends = number == 0, number == len(values) - 1
        points.append((x - (half if ends[0] else plot.step / 2), y))
        points.append((x + (half if ends[1] else plot.step / 2), y))
    return [point for number, point in enumerate(points) if on_a_corner(points, number)]


def on_a_corner(points: Sequence[Point], number: int) -> bool:
    """Does the height change here, or the line end? Between two points at its height one says nothing."""
    inside = 0 < number < len(points) - 1
    return not inside or not points[number - 1][1] == points[number][1] == points[number + 1][1]


def draw_band(pen: Pen, plot: Plot, limits: Limits) -> None:
    """The noise of a stretch, tinted."""
    if limits.low and limits.high:
        upper, lower = stairs(plot, limits, limits.high), stairs(plot, limits, limits.low)
        pen.area([*upper, *reversed(lower)], colour=palette.SPRUCE_TINT)


def draw_limits(pen: Pen, plot: Plot, limits: Limits) -> None:
    """Dashed limits, but not where they fall on the floor of the drawing, and the solid centre line."""
    for values in (limits.low, limits.high):
        if values and max(values) > plot.least:
            pen.path(stairs(plot, limits, values), colour=palette.SPRUCE_MID, width=1.4, dash="5 4")
    centre = stairs(plot, limits, [limits.centre] * (limits.last - limits.first + 1))
    pen.path(centre, colour=palette.SPRUCE_MID, width=1.6)


def draw_step(pen: Pen, plot: Plot, step: Step) -> None:
    """A dotted line where new limits begin, with its reason where there is room for one."""
    x = plot.x(step.at) - min(plot.step / 2, INSET)
    pen.line((x, plot.top - 14), (x, plot.bottom), colour=palette.INK_SOFT, width=1.4, dash="2 3")
    if plot.narrow:
        return
    words = shortened(step.reason, plot.right - plot.left, pen.size)
    end = x + 6 + width_of(words, pen.size) > pen.width
    pen.text(
        words, x - 6 if end else x + 6, plot.top - 14, anchor="end" if end else "start", colour=palette.INK
    )


def shortened(words: str, room: float, size: float) -> str:
    """The words, cut between two of them with three dots where they would not fit."""
    first, *rest = wrapped(words, room / 2, size)
    return f"{first} …" if rest else first


def draw_points(pen: Pen, plot: Plot, chart: Process) -> None:
    """The line through the points, then the points: hollow, and signals in their mark."""
    for run in runs(chart.values):
        points = [(plot.x(index), plot.y(chart.values[index] or 0)) for index in run]
        pen.path(points, colour=palette.SPRUCE, width=2)
    crowded = plot.step < 9
    for index, value in enumerate(chart.values):
        if value is None:
            continue
        x, y = plot.x(index), plot.y(value)
        if index == chart.cited:
            draw_ring(pen, x, y)
        mark = chart.marks.get(index)
        if mark or not crowded or index == chart.cited:
            draw_mark(pen, x, y, mark, radius=5 if crowded else 5.8)


Name = tuple[float, list[str], bool]


def limit_names(chart: Process, *, room: float, size: int) -> list[Name]:
    """The newest limits in words: where each stands, its lines, and whether it is the centre."""
    if not chart.limits:
        return []
    newest = chart.limits[-1]
    lines = [("upper limit", newest.high), (chart.centre_name, [newest.centre]), ("lower limit", newest.low)]
    found = [(values[-1], words) for words, values in lines if values]
    return [
        (
            value,
            wrapped(f"{words} {chart.unit.written(value)}", room, size, bold=words == chart.centre_name),
            words == chart.centre_name,
        )
        for value, words in found
    ]


def draw_limit_names(pen: Pen, plot: Plot, names: Sequence[Name]) -> None:
    """The names at the right, moved apart where they would touch."""
    line = pen.size + 3
    heights = [line * len(words) + 2.0 for _, words, _ in names]
    wanted = [
        plot.y(max(value, plot.least)) - height / 2
        for (value, _, _), height in zip(names, heights, strict=True)
    ]
    tops = spread(wanted, heights, 4, plot.bottom + 8)
    for (_, words, bold), top in zip(names, tops, strict=True):
        for number, each in enumerate(words):
            colour = palette.SPRUCE if bold else palette.INK_SOFT
            pen.text(each, plot.right + 6, top + line * (number + 1) - 4, colour=colour, bold=bold)
