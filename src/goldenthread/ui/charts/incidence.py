"""What became of 100 who asked, week by week? Outcomes as stacked areas that always make a hundred.

The first outcome (a plan) grows from below with its interval, the competing ones from above; between them
children wait. A limit set by law is a gold line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.axes import BELOW
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.pen import NARROW, WIDE, Drawn, Pen, Point
from goldenthread.ui.charts.scale import spread
from goldenthread.ui.words import rounded

PLAN = "#9fc2c5"
OTHERS = ("#d7dadd", "#bfc5cb", "#e6e9ec")
TOP = 30


@dataclass(frozen=True)
class Outcome:
    """One outcome: of 100 who asked, how many have it by the end of each of the chart's weeks."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class Incidence:
    """All that one chart shows: `weeks` rise from 0; the others are competing outcomes, at most three.

    `low` and `high` are the interval of the plan's curve. `limit` is the week that the law sets.
    """

    weeks: Sequence[float]
    plan: Outcome
    others: Sequence[Outcome]
    low: Sequence[float] = ()
    high: Sequence[float] = ()
    limit: float | None = None
    limit_name: str = ""
    waiting_name: str = "still waiting"

    def plan_by(self, week: float) -> float:
        """Of 100, how many have a plan by the end of a week: the last step at or before it."""
        return next(
            (v for w, v in zip(reversed(self.weeks), reversed(self.plan.values), strict=True) if w <= week), 0
        )


@dataclass(frozen=True)
class Frame:
    """Where weeks and shares stand, in pixels."""

    last: float
    left: float
    right: float
    bottom: float

    def x(self, week: float) -> float:
        return self.left + (self.right - self.left) * week / self.last

    def y(self, share: float) -> float:
        return self.bottom - (self.bottom - TOP) * share / 100

    def stairs(self, weeks: Sequence[float], values: Sequence[float]) -> list[Point]:
        """A curve that holds its value until the next week."""
        points: list[Point] = [(self.x(weeks[0]), self.y(values[0]))]
        for week, value in zip(weeks[1:], values[1:], strict=True):
            points += [(self.x(week), points[-1][1]), (self.x(week), self.y(value))]
        return points


def incidence(chart: Incidence, *, title: str) -> Drawn:
    """Draw at both widths. Raises `ValueError` for more competing outcomes than can be told apart."""
    if len(chart.others) > len(OTHERS):
        raise ValueError(f"{len(chart.others)} outcomes cannot be told apart; {len(OTHERS)} is the most")
    return Drawn(*(drawn_at(narrow, chart, title) for narrow in (False, True)))


def drawn_at(narrow: bool, chart: Incidence, title: str) -> Markup:
    width, height, size = (NARROW, 296, 14) if narrow else (WIDE, 330, 15)
    pen = Pen(width, height, title, size=size)
    names = names_of(chart, room=84 if narrow else 150, size=size)
    room = max(width_of(line, size, bold=True) for _, lines in names for line in lines) + 10
    frame = Frame(max(chart.weeks[-1], 1), width_of("100", size) + 8, width - room, height - BELOW - 12)
    draw_outcomes(pen, frame, chart)
    draw_axes(pen, frame, narrow)
    draw_interval(pen, frame, chart)
    pen.path(frame.stairs(chart.weeks, chart.plan.values), colour=palette.SPRUCE, width=2.4)
    if chart.limit is not None:
        draw_limit(pen, frame, chart, chart.limit)
    draw_names(pen, frame, names)
    return pen.svg()


def draw_outcomes(pen: Pen, frame: Frame, chart: Incidence) -> None:
    """Plans from below; competing outcomes stacked from above, each with a line at its lower edge."""
    weeks = chart.weeks
    base = [(frame.x(weeks[-1]), frame.bottom), (frame.x(weeks[0]), frame.bottom)]
    pen.area([*frame.stairs(weeks, chart.plan.values), *base], colour=PLAN)
    above = [0.0] * len(weeks)
    for shade, outcome in zip(OTHERS, chart.others, strict=False):
        below = [a + b for a, b in zip(above, outcome.values, strict=True)]
        upper = frame.stairs(weeks, [100 - each for each in above])
        lower = frame.stairs(weeks, [100 - each for each in below])
        pen.area([*upper, *reversed(lower)], colour=shade)
        pen.path(lower, colour=palette.INK_SOFT, width=1.2, dash="4 3")
        above = below


def draw_axes(pen: Pen, frame: Frame, narrow: bool) -> None:
    """Shares at the left with hairlines, weeks below."""
    for share in (0, 25, 50, 75, 100):
        y = frame.y(share)
        pen.line((frame.left - 4, y), (frame.left, y), colour=palette.RULE)
        pen.text(str(share), frame.left - 7, y + 5, anchor="end")
    pen.line((frame.left, frame.bottom), (frame.right, frame.bottom), colour=palette.GREY, width=1.2)
    every = next(step for step in (5, 10, 20, 26, 52, 104, 520) if frame.last / step <= (5 if narrow else 8))
    for week in range(0, int(frame.last) + 1, every):
        pen.line(
            (frame.x(week), frame.bottom), (frame.x(week), frame.bottom + 5), colour=palette.GREY, width=1.2
        )
        pen.text(str(week), frame.x(week), frame.bottom + 21, anchor="middle")
    pen.text("weeks since asking", frame.right, frame.bottom + 42, anchor="end")


def draw_interval(pen: Pen, frame: Frame, chart: Incidence) -> None:
    """The interval of the plan's curve: a lighter band between two dashed lines."""
    if not chart.low:
        return
    low, high = frame.stairs(chart.weeks, chart.low), frame.stairs(chart.weeks, chart.high)
    pen.area([*high, *reversed(low)], colour=palette.SPRUCE_TINT)
    for edge in (low, high):
        pen.path(edge, colour=palette.SPRUCE_MID, width=1, dash="3 3")


def draw_limit(pen: Pen, frame: Frame, chart: Incidence, week: float) -> None:
    """The law's limit as thread on a white edge, with the share that has a plan by then."""
    x, share = frame.x(week), chart.plan_by(week)
    pen.line((x, TOP - 6), (x, frame.bottom), colour=palette.PAPER, width=6)
    pen.line((x, TOP - 6), (x, frame.bottom), colour=palette.THREAD, width=2.4)
    half = width_of(chart.limit_name, pen.size) / 2
    pen.text(
        chart.limit_name,
        min(max(x, half + 1), pen.width - half - 1),
        16,
        anchor="middle",
        colour=palette.THREAD_TEXT,
    )
    pen.dot(x, frame.y(share), radius=5.5, colour=palette.THREAD, edge=2.4)
    words = f"{rounded(share, 0)} have a plan"
    left = x + 10 + width_of(words, pen.size, bold=True) > frame.right
    pen.text(
        words,
        x - 10 if left else x + 10,
        min(frame.y(share) + 24, frame.bottom - 6),
        anchor="end" if left else "start",
        colour=palette.INK,
        bold=True,
        cased=True,
    )


Name = tuple[float, list[str]]


def names_of(chart: Incidence, *, room: float, size: int) -> list[Name]:
    """Each outcome with its last value, at the middle of its band where the curves end; plan first."""
    plan = chart.plan.values[-1]
    found = [(plan / 2, f"{chart.plan.name} {rounded(plan, 0)}")]
    above = 0.0
    others = []
    for outcome in chart.others:
        last = outcome.values[-1]
        others.append((100 - above - last / 2, f"{outcome.name} {rounded(last, 0)}"))
        above += last
    waiting = max(100 - plan - above, 0)
    found.append((plan + waiting / 2, f"{chart.waiting_name} {rounded(waiting, 0)}"))
    return [(place, wrapped(words, room, size, bold=True)) for place, words in [*found, *others]]


def draw_names(pen: Pen, frame: Frame, names: Sequence[Name]) -> None:
    """The names at the right, each beside its band, moved apart where they would touch."""
    line = pen.size + 3
    heights = [line * len(words) + 4.0 for _, words in names]
    wanted = [frame.y(place) - height / 2 for (place, _), height in zip(names, heights, strict=True)]
    for number, ((_, words), top) in enumerate(
        zip(names, spread(wanted, heights, TOP - 6, frame.bottom + 4), strict=True)
    ):
        for row, each in enumerate(words):
            colour = palette.SPRUCE if number == 0 else palette.INK_SOFT
            pen.text(each, frame.right + 6, top + line * (row + 1) - 4, colour=colour, bold=number == 0)
