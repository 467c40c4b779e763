"""Has it moved? A line for a table: the noise as a band, the last point as its signal."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.axes import runs
from goldenthread.ui.charts.marks import Mark, draw_mark
from goldenthread.ui.charts.pen import Pen, Point
from goldenthread.ui.values import SignalKind

MARKS: dict[SignalKind, Mark] = {"better": "better", "worse": "worse", "changed": "changed"}
WIDTH, HEIGHT = 150, 34
FEWEST_FOR_A_BAND = 10


@dataclass(frozen=True)
class Noise:
    """The baseline of a process: its mean and limits."""

    mean: float
    low: float
    high: float


def sparkline(
    values: Sequence[float | None], *, label: str, signal: SignalKind = "steady", noise: Noise | None = None
) -> Markup:
    """SVG text. `label` names the measure and period. Fewer than ten points carry no band."""
    known = [value for value in values if value is not None]
    banded = noise if noise and len(known) >= FEWEST_FOR_A_BAND else None
    edges = known + ([banded.low, banded.high] if banded else [])
    low, high = min(edges, default=0.0), max(edges, default=1.0)
    span = (high - low) or 1.0
    pen = Pen(WIDTH, HEIGHT, label)

    def y(value: float) -> float:
        return 27 - 20 * (value - low) / span

    if banded:
        pen.box(0, y(banded.high), WIDTH, y(banded.low) - y(banded.high), palette.SPRUCE_TINT)
        pen.line((0, y(banded.mean)), (WIDTH, y(banded.mean)), colour=palette.GREY)
    step = 130 / max(len(values) - 1, 1)
    points: list[Point | None] = [
        None if each is None else (7 + step * at, y(each)) for at, each in enumerate(values)
    ]
    for run in runs(values):
        pen.path([point for point in points[run[0] : run[-1] + 1] if point], colour=palette.SPRUCE, width=1.8)
    last = next((point for point in reversed(points) if point), None)
    if last:
        draw_last(pen, last, signal)
    return pen.svg()


def draw_last(pen: Pen, last: Point, signal: SignalKind) -> None:
    """The mark of the signal; without one a hollow ring."""
    x, y = last
    draw_mark(pen, x, y, MARKS.get(signal))
