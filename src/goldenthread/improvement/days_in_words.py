"""Which day does "by the end of January 2026" name? Only days that the words themselves give."""

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NAMED = "|".join([*MONTHS, "sept", *(name[:3] for name in MONTHS)])
DEADLINE = re.compile(
    rf"\b(?:by|before|no later than|until)\s+(?:the\s+)?(?:(?P<end>end of|close of)\s+)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{NAMED})\b\.?,?\s*(?P<year>20[0-9]{{2}})?",
    re.IGNORECASE,
)


def deadline_in(words: str, *, after: date | None) -> date | None:
    """The day by which something is asked; None where the words give none.

    A month alone means its last day. Without a year it is the next such day after `after`, the day of the
    letter; without that, none. "The end of the spring term" is nobody's day: a person gives it.
    """
    found = DEADLINE.search(words)
    if found is None:
        return None
    month = 1 + next(n for n, name in enumerate(MONTHS) if name.startswith(found["month"].lower()[:3]))
    if found["year"]:
        return _day(int(found["year"]), month, found["day"])
    if after is None:
        return None
    this_year = _day(after.year, month, found["day"])
    if this_year is not None and this_year <= after:
        return _day(after.year + 1, month, found["day"])
    return this_year


def _day(year: int, month: int, day: str | None) -> date | None:
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, last)
    return date(year, month, int(day)) if 1 <= int(day) <= last else None
