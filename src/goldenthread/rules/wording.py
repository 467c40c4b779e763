"""Days, lists and amounts in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def in_words(day: date) -> str:
    """Monday 25 May 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short_day(day: date, beside: date) -> str:
    """5 January, with the year only where it is not that of the day named beside it."""
    without_year = f"{day.day} {day:%B}"
    return without_year if day.year == beside.year else f"{without_year} {day.year}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def count_of(amount: int, thing: str) -> str:
    """1 day, 2 days."""
    return f"{amount} {thing}{'' if amount == 1 else 's'}"
