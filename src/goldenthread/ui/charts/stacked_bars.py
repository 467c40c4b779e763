"""What is each whole made of? One bar a row, its parts in one order, named on top and numbered in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.letters import width_of, wrapped
from goldenthread.ui.charts.pen import NARROW, WIDE, Drawn, Pen
from goldenthread.ui.words import rounded

# Neighbours in a bar differ without colour: dark, light, middle, lighter; the words in them suit.
PARTS = (
    (palette.SPRUCE, palette.PAPER),
    ("#9fc2c5", palette.INK),
    (palette.SPRUCE_MID, palette.PAPER),
    (palette.SPRUCE_TINT, palette.INK),
    ("#d7dadd", palette.INK),
)
LIGHT = (1, 3, 4)  # these have an edge, to stand out from the paper
BAR = 30
GAP = 12


@dataclass(frozen=True)
class Bar:
    """One row: a name and the amounts of its parts, in the order of the parts' names."""

    name: str
    amounts: Sequence[float]


def stacked_bars(parts: Sequence[str], bars: Sequence[Bar], *, title: str) -> Drawn:
    """Shares of each row's own total, in hundredths; at most five parts.

    A row whose total is 0 is left empty.
    """
    if len(parts) > len(PARTS):
        raise ValueError(
            f"{len(parts)} parts cannot be told apart in a bar: join some; {len(PARTS)} is the most"
        )
    return Drawn(*(drawn_at(narrow, parts, bars, title) for narrow in (False, True)))


def drawn_at(narrow: bool, parts: Sequence[str], bars: Sequence[Bar], title: str) -> Markup:
    width, size = (NARROW, 14) if narrow else (WIDE, 15)
    names = [wrapped(each.name, width if narrow else 170, size) for each in bars]
    left = 0.0 if narrow else max((width_of(line, size) for lines in names for line in lines), default=0) + 12
    over = size + 8 if narrow else 0
    keys, key_height = placed_keys(parts, left, width, size)
    pen = Pen(width, key_height + len(bars) * (BAR + GAP + over), title, size=size)
    for number, words, x, y in keys:
        pen.box(x, y - 11, 12, 12, PARTS[number][0], edged=number in LIGHT)
        pen.text(words, x + 18, y)
    for row, bar in enumerate(bars):
        top = key_height + row * (BAR + GAP + over) + over
        if narrow:
            pen.text(bar.name, 0, top - 6)
        else:
            for number, words in enumerate(names[row]):
                pen.text(words, 0, top + 20 + (number - (len(names[row]) - 1) / 2) * (size + 2))
        draw_bar(pen, bar, left, top)
    return pen.svg()


def placed_keys(
    parts: Sequence[str], left: float, width: float, size: int
) -> tuple[list[tuple[int, str, float, float]], float]:
    """The names of the parts above the first bar, in their order, in as many lines as they need."""
    keys, x, y = [], left, 14.0
    for number, words in enumerate(parts):
        needed = width_of(words, size) + 18
        if x > left and x + needed > width:
            x, y = left, y + size + 8
        keys.append((number, words, x, y))
        x += needed + 18
    return keys, y + 14


def draw_bar(pen: Pen, bar: Bar, left: float, top: float) -> None:
    """The parts with a white line between them; a part too small for its number goes without."""
    total = sum(bar.amounts)
    x = left
    for number, amount in enumerate(bar.amounts):
        if total <= 0 or amount <= 0:
            continue
        width = (pen.width - left) * amount / total
        fill, ink = PARTS[number]
        pen.box(x, top, max(width - 2, 0.5), BAR, fill, edged=number in LIGHT)
        words = rounded(100 * amount / total, 0)
        if width_of(words, pen.size, bold=True) + 8 <= width:
            pen.text(words, x + width / 2 - 0.75, top + 20, anchor="middle", colour=ink, bold=True)
        x += width
