"""Where do periods and values stand? Hairlines with their numbers, and the periods below."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.ui import palette
from goldenthread.ui.charts.letters import width_of
from goldenthread.ui.charts.pen import Pen
from goldenthread.ui.charts.scale import tick_words

Values = Sequence[float | None]

TOP = 22
BELOW = 34
INSET = 10


@dataclass(frozen=True)
class Plot:
    """Where periods and values stand at one width, in pixels."""

    narrow: bool
    periods: Sequence[str]
    most: float
    left: float
    right: float
    bottom: float
    least: float = 0
    top: float = TOP

    @property
    def step(self) -> float:
        """Pixels from one period to the next."""
        return (self.right - self.left - 2 * INSET) / max(len(self.periods) - 1, 1)

    def x(self, index: int) -> float:
        return self.left + INSET + self.step * index

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.least) / (self.most - self.least)


def draw_grid(pen: Pen, plot: Plot, ticks: Sequence[float]) -> None:
    """Horizontal hairlines with their numbers, and the periods below."""
    for tick, words in zip(ticks, tick_words(ticks), strict=True):
        y = plot.y(tick)
        pen.line(
            (plot.left, y), (plot.right, y), colour=palette.RULE, width=1.4 if tick == plot.least else 0.8
        )
        pen.text(words, plot.left - 7, y + 5, anchor="end")
    for index, words in named_periods(plot, pen.size):
        pen.text(words, plot.x(index), plot.bottom + 25, anchor="middle")


def named_periods(plot: Plot, size: int) -> list[tuple[int, str]]:
    """Which periods are named: all where there is room, else every nth back from the last.

    On a phone a year after the first is short: ’20.
    """
    periods = list(plot.periods)
    if plot.narrow and all(len(each) == 4 and each.isdecimal() for each in periods):
        periods = [each if index == 0 else f"’{each[2:]}" for index, each in enumerate(periods)]
    needed = max((width_of(each, size) for each in periods[1:] or periods), default=0) + 6
    every = max(1, -(-int(needed) // max(int(plot.step), 1)))
    return [(index, words) for index, words in enumerate(periods) if (len(periods) - 1 - index) % every == 0]


def runs(values: Values, breaks: Sequence[int] = ()) -> list[list[int]]:
    """The unbroken stretches of a series; a break begins a new one."""
    found: list[list[int]] = []
    for index, value in enumerate(values):
        if value is not None:
            if found and found[-1][-1] == index - 1 and index not in breaks:
                found[-1].append(index)
            else:
                found.append([index])
    return found
