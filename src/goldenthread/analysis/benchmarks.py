"""How does an area stand beside England, its region, the areas most like it, and all areas?

Pure functions over published observations. A place that publishes a symbol has no value: it is left out of
ranks, middles and means, and named. Nothing here says that a difference is more than chance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from goldenthread.analysis.geography import ENGLAND
from goldenthread.analysis.rounding import half_up

FEWEST_FOR_A_RANGE = 5
"""Of fewer areas, a lowest and a highest figure say little about areas like ours."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One published figure of one place in one period. Either `value` or `symbol` is given."""

    code: str
    """The DfE's number of an authority, or the ONS code of a region or of England."""
    region: str
    """The region that the row itself names; empty for England."""
    period: str
    value: Decimal | None
    symbol: str | None = None

    @property
    def is_area(self) -> bool:
        """Is the place a local authority?"""
        return self.code not in (ENGLAND, self.region)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The areas most like one, nearest first, and the model that says so (the DfE's of that year)."""

    model: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An area in one period beside others. None where a place publishes no figure, or has no row."""

    period: str
    area: Observation
    england: Observation | None
    region: Observation | None
    neighbours: tuple[Observation, ...]
    """Those of the ten with a row in this period, nearest first."""
    neighbours_without: tuple[str, ...]
    """Those of the ten that have no row or publish a symbol."""
    neighbour_model: int
    neighbour_mean: Decimal | None
    """The mean of the neighbours' own figures, to one decimal, half up."""
    rank: int | None
    """1 for the highest figure of all areas; equal figures share the better place."""
    areas: int
    """How many areas publish a figure in this period."""
    neighbour_rank: int | None
    """The same among the area and its neighbours."""
    spread: "Spread | None"

    @property
    def neighbour_range(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and highest figure of the neighbours; None where fewer than five publish one."""
        values = [one.value for one in self.neighbours if one.value is not None]
        return (min(values), max(values)) if len(values) >= FEWEST_FOR_A_RANGE else None


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and highest figure of all areas, and the figures a quarter, half and three quarters up.

    Each is a figure that some area published: the first one that at least that share of areas do not exceed.
    """

    lowest: Decimal
    lower_quarter: Decimal
    middle: Decimal
    upper_quarter: Decimal
    highest: Decimal


def standings(observations: Iterable[Observation], area: str, like: Neighbours) -> tuple[Standing, ...]:
    """The standing of an area in every period in which it has a row, oldest first."""
    seen = tuple(observations)
    periods = sorted({one.period for one in seen if one.code == area})
    return tuple(standing([one for one in seen if one.period == period], area, like) for period in periods)


def standing(observations: Sequence[Observation], area: str, like: Neighbours) -> Standing:
    """The standing of an area among the observations of one period. Raises `KeyError` if it has none."""
    by_code = {one.code: one for one in observations}
    own = by_code[area]
    values = sorted(one.value for one in observations if one.is_area and one.value is not None)
    neighbours = tuple(by_code[code] for code in like.codes if code in by_code)
    near = [one.value for one in neighbours if one.value is not None]
    published = {one.code for one in neighbours if one.value is not None}
    return Standing(
        period=own.period,
        area=own,
        england=by_code.get(ENGLAND),
        region=by_code.get(own.region),
        neighbours=neighbours,
        neighbours_without=tuple(code for code in like.codes if code not in published),
        neighbour_model=like.model,
        neighbour_mean=mean(near),
        rank=rank(own.value, values),
        areas=len(values),
        neighbour_rank=rank(own.value, [*near, *([own.value] if own.value is not None else [])]),
        spread=spread(values),
    )


def rank(value: Decimal | None, among: Sequence[Decimal]) -> int | None:
    """One more than the number of figures that are higher; None without a figure."""
    return None if value is None else 1 + sum(other > value for other in among)


def mean(values: Sequence[Decimal]) -> Decimal | None:
    """The mean to one decimal, half up; None of no values."""
    if not values:
        return None
    return half_up(sum((Fraction(value) for value in values), Fraction(0)) / len(values), places=1)


def spread(values: Sequence[Decimal]) -> Spread | None:
    """The spread of figures given in rising order; None of no figures."""
    if not values:
        return None

    def up_to(quarters: int) -> Decimal:
        return values[max(0, -(-quarters * len(values) // 4) - 1)]

    return Spread(values[0], up_to(1), up_to(2), up_to(3), values[-1])
