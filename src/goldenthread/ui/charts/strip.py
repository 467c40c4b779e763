"""Where does our area stand among all areas? One dot each: ours named, like areas dark, England a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from goldenthread.ui import palette
from goldenthread.ui.charts.letters import width_of
from goldenthread.ui.charts.pen import NARROW, WIDE, Drawn, Pen
from goldenthread.ui.charts.scale import SHARE, Unit, tick_words

Kind = Literal["ours", "alike", "other"]
TOP = 30
BELOW = 34


@dataclass(frozen=True)
class Place:
    """One area and its value. Like areas (statistical neighbours) are `alike`."""

    name: str
    value: float
    kind: Kind = "other"


@dataclass(frozen=True)
class Reference:
    """A line across all: England, or a limit set by law (`law`, drawn as thread)."""

    name: str
    value: float
    law: bool = False


def strip(
    places: Sequence[Place], *, title: str, reference: Reference | None = None, unit: Unit = SHARE
) -> Drawn:
    """All places on one scale from 0, dots of the same value stacked. Exactly one place is ours."""
    return Drawn(*(drawn_at(narrow, places, reference, unit, title) for narrow in (False, True)))


def drawn_at(
    narrow: bool, places: Sequence[Place], reference: Reference | None, unit: Unit, title: str
) -> Markup:
    width, size, radius = (NARROW, 14, 2.6) if narrow else (WIDE, 15, 4.2)
    values = [each.value for each in places] + ([reference.value] if reference else [])
    ticks = unit.ticks(max(values, default=0))
    left, right = radius + 8, width - radius - 12
    across = (right - left) / (2 * radius + 1)
    columns = stacked(places, ticks[-1], across)
    tallest = max((len(column) for column in columns.values()), default=1)
    room = TOP + 2 * size + 14
    height = room + tallest * (2 * radius + 1) + BELOW
    pen = Pen(width, height, title, size=size)
    floor = height - BELOW

    def x(value: float) -> float:
        return left + (right - left) * value / ticks[-1]

    pen.line((left - 6, floor + 2), (right + 6, floor + 2), colour=palette.RULE, width=1.4)
    for tick, words in zip(ticks, tick_words(ticks), strict=True):
        pen.line((x(tick), floor + 2), (x(tick), floor + 8), colour=palette.RULE, width=1.4)
        pen.text(words, x(tick), floor + 25, anchor="middle")
    if reference:
        draw_reference(
            pen, x(reference.value), floor, f"{reference.name} {unit.written(reference.value)}", reference.law
        )
    for number_of_column, column in columns.items():
        middle = left + (number_of_column + 0.5) * (right - left) / across
        for number, place in enumerate(column):
            y = floor - radius - 1 - number * (2 * radius + 1)
            draw_place(pen, place, middle, y, radius)
            if place.kind == "ours":
                draw_name(pen, f"{place.name} {unit.written(place.value)}", middle, y - radius, room - 10)
    return pen.svg()


def stacked(places: Sequence[Place], most: float, columns: float) -> dict[int, list[Place]]:
    """Places by column of the strip; ours on top of its column, like areas beneath it."""
    order = {"other": 0, "alike": 1, "ours": 2}
    found: dict[int, list[Place]] = {}
    for place in sorted(places, key=lambda each: (order[each.kind], each.value, each.name)):
        found.setdefault(int(place.value / most * columns), []).append(place)
    return found


def draw_place(pen: Pen, place: Place, x: float, y: float, radius: float) -> None:
    """Ours: larger and spruce. Like areas: filled, lighter. Others: hollow and grey."""
    if place.kind == "ours":
        pen.dot(x, y, radius=radius + 2, colour=palette.SPRUCE)
    elif place.kind == "alike":
        pen.dot(x, y, radius=radius, colour=palette.SPRUCE_MID)
    else:
        pen.dot(x, y, radius=radius - 0.4, colour=palette.GREY, edge=1.3)


def draw_reference(pen: Pen, x: float, floor: float, words: str, law: bool) -> None:
    """A line from top to floor with its name above; a limit set by law is thread on a white edge."""
    if law:
        pen.line((x, 24), (x, floor), colour=palette.PAPER, width=6)
    colour = palette.THREAD if law else palette.INK_SOFT
    pen.line((x, 24), (x, floor + 2), colour=colour, width=2.4 if law else 1.6, dash="" if law else "5 4")
    pen.text(
        words,
        kept_inside(words, x, pen),
        16,
        anchor="middle",
        colour=palette.THREAD_TEXT if law else palette.INK_SOFT,
    )


def draw_name(pen: Pen, words: str, x: float, top: float, y: float) -> None:
    """Our name above the dots, tied to ours by a thin line."""
    pen.line((x, y + 6), (x, top - 3), colour=palette.SPRUCE, width=1.4)
    pen.text(
        words,
        kept_inside(words, x, pen, bold=True),
        y,
        anchor="middle",
        colour=palette.SPRUCE,
        bold=True,
        cased=True,
    )


def kept_inside(words: str, x: float, pen: Pen, *, bold: bool = False) -> float:
    """The middle of words that would leave the drawing, moved in."""
    half = width_of(words, pen.size, bold=bold) / 2
    return min(max(x, half + 1), pen.width - half - 1)
