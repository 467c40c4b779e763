"""The return by year: `layout(2025)` says what that year's return may hold."""

from goldenthread.sen2.years.elements import YEAR_2023, YEAR_2024, YEAR_2025, YEAR_2026
from goldenthread.sen2.years.layouts import Layout

LAYOUTS: dict[int, Layout] = {layout.year: layout for layout in (YEAR_2023, YEAR_2024, YEAR_2025, YEAR_2026)}
"""Every return year that can be read and written."""


def layout(year: int) -> Layout:
    """The layout of a return year. Raises `KeyError` for a year whose return is not known here."""
    return LAYOUTS[year]
