"""How did our area do each year? Ours solid and heavy, others grey and dashed, like areas a tinted band."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.axes import BELOW, TOP, Plot, Values, draw_grid, runs
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.pen import NARROW, WIDE, Anchor, Drawn, Pen, Point
from goldenthread.ui.charts.scale import SHARE, Unit, spread, tick_words


@dataclass(frozen=True)
class Series:
    """One line: a name and a value for each period, None where there is none (a gap is drawn).

    `breaks` are the numbers of the periods that begin another way of counting: no line crosses into them.
    """

    name: str
    values: Values
    breaks: Sequence[int] = ()


@dataclass(frozen=True)
class Band:
    """A range for each period, such as the lowest and highest of ten neighbours; None where there is none."""

    name: str
    low: Values
    high: Values


@dataclass(frozen=True)
class Label:
    """A name at the right: where its line ends, its lines of words, and whether it is ours."""

    y: float
    lines: Sequence[str]
    ours: bool


@dataclass(frozen=True)
class Lines:
    """All that one chart shows."""

    ours: Series
    others: Sequence[Series]
    band: Band | None
    unit: Unit

    def most(self) -> float:
        """The largest value of all."""
        band = self.band.high if self.band else ()
        every = [*self.ours.values, *(value for each in self.others for value in each.values), *band]
        return max((value for value in every if value is not None), default=0)


def time_series(
    periods: Sequence[str],
    ours: Series,
    others: Sequence[Series] = (),
    *,
    title: str,
    band: Band | None = None,
    unit: Unit = SHARE,
) -> Drawn:
    """Draw the series at both widths; `title` tells the finding, which is what is read aloud."""
    lines = Lines(ours, others, band, unit)
    return Drawn(*(drawn_at(narrow, periods, lines, title) for narrow in (False, True)))


def drawn_at(narrow: bool, periods: Sequence[str], lines: Lines, title: str) -> Markup:
    width, height, size = (NARROW, 276, 14) if narrow else (WIDE, 316, 15)
    pen = Pen(width, height, title, size=size)
    ticks = lines.unit.ticks(lines.most())
    left = max(width_of(words, size) for words in tick_words(ticks)) + 8
    names = names_of(lines, room=76 if narrow else 190, size=size)
    room = max(width_of(words, size, bold=True) for name in names for words in name) + 10
    plot = Plot(narrow, periods, ticks[-1], left, width - room, height - BELOW)
    draw_grid(pen, plot, ticks)
    draw_band(pen, plot, lines.band)
    draw_breaks(pen, plot, lines.ours.breaks)
    for each in lines.others:
        draw_line(pen, plot, each, ours=False)
    draw_line(pen, plot, lines.ours, ours=True)
    draw_values(pen, plot, lines.ours.values, lines.unit)
    draw_names(pen, plot, labels_of(plot, lines, names))
    return pen.svg()


def draw_band(pen: Pen, plot: Plot, band: Band | None) -> None:
    """The tinted range, without an edge; a gap where either end is missing."""
    if band is None:
        return
    both = [None if high is None else low for low, high in zip(band.low, band.high, strict=True)]
    for run in runs(both):
        upper = [(plot.x(index), plot.y(band.high[index] or 0)) for index in run]
        lower = [(plot.x(index), plot.y(band.low[index] or 0)) for index in reversed(run)]
        pen.area([*upper, *lower], colour=palette.SPRUCE_TINT)


def draw_breaks(pen: Pen, plot: Plot, breaks: Sequence[int]) -> None:
    """A dotted line before the first period of another way of counting."""
    for index in breaks:
        x = plot.x(index) - plot.step / 2
        pen.line((x, TOP - 12), (x, plot.bottom), colour=palette.INK_SOFT, width=1.4, dash="2 3")


def draw_line(pen: Pen, plot: Plot, series: Series, *, ours: bool) -> None:
    """Ours: solid, heavy, filled dots. The other: grey, dashed, hollow squares.

    A missing period is a gap, and so is a break.
    """
    for run in runs(series.values, series.breaks):
        points: list[Point] = [(plot.x(index), plot.y(series.values[index] or 0)) for index in run]
        if ours:
            pen.path(points, colour=palette.SPRUCE, width=3)
        else:
            pen.path(points, colour=palette.INK_SOFT, width=2, dash="5 4")
        for x, y in points:
            if ours:
                pen.dot(x, y, radius=5, colour=palette.SPRUCE)
            else:
                pen.square(x, y, side=6.4, colour=palette.INK_SOFT)


def draw_values(pen: Pen, plot: Plot, values: Values, unit: Unit) -> None:
    """The value at each of our points but the last, which stands by our name; fewer where room lacks."""
    known = {index: value for index, value in enumerate(values) if value is not None}
    shown = list(known)[:-1]
    if (
        shown
        and max(width_of(unit.written(known[index]), pen.size, bold=True) for index in shown) > plot.step + 4
    ):
        shown = sorted({shown[0], min(shown, key=known.__getitem__), max(shown, key=known.__getitem__)})
    for index in shown:
        dx, dy, anchor = beside(values, index)
        y = plot.y(known[index]) + dy
        if y > plot.bottom - 4:  # it would fall on the periods: above, where the lines part
            dx, y, anchor = 0, plot.y(known[index]) - 12, "middle"
        pen.text(
            unit.written(known[index]),
            plot.x(index) + dx,
            y,
            anchor=anchor,
            colour=palette.INK,
            bold=True,
            cased=True,
        )


def beside(values: Values, index: int) -> tuple[float, float, Anchor]:
    """Where a value stands clear of its own line: above a peak, below a dip, outside a slope."""
    here = values[index] or 0
    before = values[index - 1] if index else None
    after = values[index + 1] if index + 1 < len(values) else None
    climbs = before is not None and before < here
    goes_on_up = after is not None and after > here
    if before is None:
        return (8, 19, "start") if goes_on_up else (6, -10, "start")
    if climbs == goes_on_up:
        return (-8, -8, "end") if climbs else (8, -8, "start")
    return (0, -12, "middle") if climbs else (0, 22, "middle")


def last_of(values: Values) -> float | None:
    """The last value that there is."""
    return next((value for value in reversed(values) if value is not None), None)


def names_of(lines: Lines, *, room: float, size: int) -> list[list[str]]:
    """Each name with its last value, in the lines that it needs; last the band's."""
    names = []
    for each in (lines.ours, *lines.others):
        last = last_of(each.values)
        words = each.name if last is None else f"{each.name} {lines.unit.written(last)}"
        names.append(wrapped(words, room, size, bold=True))
    return names + ([wrapped(lines.band.name, room, size)] if lines.band else [])


def labels_of(plot: Plot, lines: Lines, names: Sequence[Sequence[str]]) -> list[Label]:
    """The names at the height where their lines end; none for a series without a value."""
    ends = [last_of(each.values) for each in (lines.ours, *lines.others)]
    if lines.band:
        low, high = last_of(lines.band.low), last_of(lines.band.high)
        ends.append(None if low is None or high is None else (low + high) / 2)
    return [
        Label(plot.y(end), words, number == 0)
        for number, (end, words) in enumerate(zip(ends, names, strict=True))
        if end is not None
    ]


def draw_names(pen: Pen, plot: Plot, labels: Sequence[Label]) -> None:
    """Names at the right, each beside the end of its line, moved apart where they would touch."""
    line = pen.size + 3
    heights = [line * len(label.lines) + 3 for label in labels]
    wanted = [label.y - height / 2 for label, height in zip(labels, heights, strict=True)]
    for label, top in zip(labels, spread(wanted, heights, 4, plot.bottom + 8), strict=True):
        for number, words in enumerate(label.lines):
            colour = palette.SPRUCE if label.ours else palette.INK_SOFT
            pen.text(words, plot.right + 4, top + line * (number + 1) - 3, colour=colour, bold=label.ours)
