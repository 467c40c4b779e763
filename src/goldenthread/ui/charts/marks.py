"""Which mark does a point carry? Better: green disc. Worse: red diamond. Changed, neither: spruce square."""

from typing import Literal

from goldenthread.ui import palette
from goldenthread.ui.charts.pen import Pen

Mark = Literal["better", "worse", "changed"]


def draw_mark(pen: Pen, x: float, y: float, mark: Mark | None, *, radius: float = 5.8) -> None:
    """The mark on a white edge, so that it stands clear of its line; without one a small hollow ring."""
    if mark is None:
        pen.dot(x, y, radius=0.6 * radius, colour=palette.SPRUCE, edge=1.8)
        return
    for spread, paper in ((1.2, True), (0, False)):
        reach = radius + spread
        if mark == "better":
            pen.dot(x, y, radius=reach, colour=palette.PAPER if paper else palette.YES)
        elif mark == "worse":
            long = 1.14 * reach
            corners = [(x, y - long), (x + long, y), (x, y + long), (x - long, y)]
            pen.area(corners, colour=palette.PAPER if paper else palette.NO)
        else:
            side = 1.6 * reach
            pen.box(x - side / 2, y - side / 2, side, side, palette.PAPER if paper else palette.SPRUCE)


def draw_ring(pen: Pen, x: float, y: float) -> None:
    """The gold ring around the cited point, on a white edge."""
    pen.dot(x, y, radius=9.5, colour=palette.PAPER)
    pen.dot(x, y, radius=8, colour=palette.THREAD, edge=2.2)
