"""Do the areas of a published table add up to their region, and the regions to England?

A count that does not is either missing an area (its cell holds a symbol) or wrong somewhere below.
"""

from dataclasses import dataclass
from decimal import Decimal

from goldenthread.figures.open_data.published import area_of, rows


@dataclass(frozen=True, slots=True)
class Gap:
    """A parent whose areas do not add up to it. `without` are the areas that publish a symbol."""

    table: str
    column: str
    period: str
    parent: str
    published: Decimal
    summed: Decimal
    without: tuple[str, ...]

    @property
    def short(self) -> Decimal:
        """How much the areas fall short of the parent; negative when they exceed it."""
        return self.published - self.summed


def gaps(table: str, column: str, period: str) -> tuple[Gap, ...]:
    """Regions, and England, whose authorities do not add up to them in this column and period."""
    here = [(about, figures[column]) for about, figures in rows(table) if about["time_period"] == period]
    authorities = [(about, cell) for about, cell in here if about["geographic_level"] == "Local authority"]
    found = []
    for about, cell in here:
        if about["geographic_level"] == "Local authority" or cell.value is None:
            continue
        below = [
            (area_of(child), figure.value)
            for child, figure in authorities
            if about["geographic_level"] == "National" or child["region_code"] == about["region_code"]
        ]
        summed = sum((value for _, value in below if value is not None), Decimal(0))
        if summed != cell.value:
            without = tuple(code for code, value in below if value is None)
            found.append(Gap(table, column, period, area_of(about), cell.value, summed, without))
    return tuple(found)
