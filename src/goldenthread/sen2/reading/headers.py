"""Which year's return is this? The header decides, and a header that cannot be trusted refuses the file."""

from __future__ import annotations

from datetime import date

from goldenthread.sen2.records import Header
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.years import LAYOUTS
from goldenthread.sen2.years.census import CENSUS_DAYS
from goldenthread.sen2.years.layouts import Layout


def layout_for(texts: dict[str, str | None]) -> Layout:
    """The layout of the year that the header states, from its texts by element name."""
    stated = texts.get("Year")
    if not stated:
        raise Refused("The header does not state the Year of the return.")
    if not (stated.isascii() and stated.isdigit() and int(stated) in LAYOUTS):
        years = sorted(LAYOUTS)
        raise Refused(
            f"The header says the return is for {stated[:20]}; "
            f"returns of {years[0]} to {years[-1]} can be read."
        )
    return LAYOUTS[int(stated)]


def header_from(texts: dict[str, str | None], layout: Layout) -> Header:
    """The header as a record (D-01). Raises `Refused` where area or census day are missing or wrong."""
    values: dict[str, str | None] = {}
    for element in layout.blocks["return"].elements:
        values[element.column] = next((texts[s] for s in element.spellings if texts.get(s)), None)
    census_day, area = _census_day(values["census_day"], layout.year), _area(values["area"])
    rest = {name: value for name, value in values.items() if name not in ("year", "census_day", "area")}
    return Header(year=layout.year, census_day=census_day, area=area, **rest)


def _census_day(stated: str | None, year: int) -> date:
    expected = CENSUS_DAYS[year]
    if stated != expected.isoformat():
        raise Refused(
            f"The header's ReferenceDate is {(stated or 'missing')[:30]}; "
            f"census day of the {year} return is {expected.isoformat()}."
        )
    return expected


def _area(stated: str | None) -> str:
    if not (stated and len(stated) == 3 and stated.isascii() and stated.isdigit()):
        raise Refused(
            f"The header's LEA is {(stated or 'missing')[:30]}; "
            "it must be the three-digit number of a local authority."
        )
    return stated
