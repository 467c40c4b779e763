"""Which round numbers does an axis name, and how do labels keep out of each other's way?"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.ui.words import rounded

ROUND_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Unit:
    """What values are: shares of a hundred (the scale is 0 to 100) or amounts; and how one is written."""

    share: bool = True
    written: Callable[[float], str] = rounded

    def ticks(self, most: float) -> list[float]:
        """The values that the axis names, from 0 to at least `most`."""
        return [0.0, 25.0, 50.0, 75.0, 100.0] if self.share else nice_ticks(most)


SHARE = Unit()


def whole(value: float) -> str:
    """A count: 12,114."""
    return rounded(value, 0)


COUNT = Unit(share=False, written=whole)


def nice_ticks(most: float, *, about: int = 4) -> list[float]:
    """Round numbers from 0 to at least `most`: steps of 1, 2, 2.5 or 5 times a power of ten."""
    if most <= 0:
        return [0, 1]
    wanted = Decimal(str(most)) / about
    power = Decimal(10) ** wanted.adjusted()
    step = next(power * factor for factor in ROUND_STEPS if power * factor >= wanted)
    return [float(step * count) for count in range(math.ceil(Decimal(str(most)) / step) + 1)]


def ticks_between(least: float, most: float, *, about: int = 4) -> list[float]:
    """Round numbers around a range: from 0 where its low end is below half of its high end."""
    if least < most / 2 or most <= 0:
        return nice_ticks(most, about=about)
    if least == most:
        least, most = least * 0.9, most * 1.1
    step = Decimal(str(nice_ticks(most - least, about=about)[1]))
    first = math.floor(Decimal(str(least)) / step)
    last = math.ceil(Decimal(str(most)) / step)
    return [float(step * count) for count in range(first, max(last, first + 1) + 1)]


def tick_words(ticks: Sequence[float]) -> list[str]:
    """The ticks in words, all with as many places as the finest needs."""
    places = max(len(f"{tick:.6f}".rstrip("0").partition(".")[2]) for tick in ticks)
    return [rounded(tick, places) for tick in ticks]


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Tops of labels of these heights, near to `wanted` without touching, from `low` to `high`."""
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index] + heights[index] / 2, index))
    tops = list(wanted)
    floor = low
    for index in order:
        tops[index] = max(tops[index], floor)
        floor = tops[index] + heights[index]
    ceiling = high
    for index in reversed(order):
        tops[index] = min(tops[index], ceiling - heights[index])
        ceiling = tops[index]
    return tops
