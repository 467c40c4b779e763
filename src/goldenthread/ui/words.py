"""How are days, numbers and lists written on a page? GOV.UK style: "Tuesday 1 December 2026", "12,114"."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LONDON = ZoneInfo("Europe/London")


def day(value: date) -> str:
    """1 December 2026"""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day_and_month(value: date) -> str:
    """1 December: where the year is plain from what stands beside it."""
    return f"{value.day} {MONTHS[value.month - 1]}"


def weekday(value: date) -> str:
    """Tuesday 1 December 2026: where someone must act."""
    return f"{WEEKDAYS[value.weekday()]} {day(value)}"


def short_weekday(value: date) -> str:
    """Tue 1 December 2026: in lists and at the side of a page."""
    return f"{WEEKDAYS[value.weekday()][:3]} {day(value)}"


def short_weekday_and_month(value: date) -> str:
    """Tue 1 December: in lists, where the year is plain."""
    return f"{WEEKDAYS[value.weekday()][:3]} {day_and_month(value)}"


def month(value: date) -> str:
    """December 2026"""
    return f"{MONTHS[value.month - 1]} {value.year}"


def time_of_day(value: datetime) -> str:
    """15:02, by London's clock. The moment must carry its time zone."""
    return f"{in_london(value):%H:%M}"


def moment(value: datetime) -> str:
    """1 December 2026 at 15:02, by London's clock. The moment must carry its time zone."""
    return f"{day(in_london(value))} at {time_of_day(value)}"


def in_london(value: datetime) -> datetime:
    """The same moment by London's clock; without a time zone it is refused, for it may be an hour out."""
    if value.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be shown")
    return value.astimezone(LONDON)


def thousands(value: int | Decimal | float) -> str:
    """12114 is written 12,114; a negative number takes a true minus sign."""
    return f"{value:,}".replace("-", "−")


def rounded(value: Decimal | float | int, places: int = 1) -> str:
    """Half up, as published figures are: 45.85 to one place is 45.9."""
    step = Decimal(1).scaleb(-places)
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return thousands(exact.quantize(step, rounding=ROUND_HALF_UP))


def percent(value: Decimal | float | int, places: int = 1) -> str:
    """51.3 (a share of a hundred already) is written 51.3%."""
    return f"{rounded(value, places)}%"


def plural(count: int, one: str, many: str = "") -> str:
    """1 plan, 2 plans, 12,114 plans; `many` where an s is not enough (child, children)."""
    return f"{thousands(count)} {one if count == 1 else many or one + 's'}"


SINGULAR = {
    "children": "child",
    "days": "day",
    "plans": "plan",
    "requests": "request",
    "weeks": "week",
}


def unit_of(value: Decimal | float | int, unit: str) -> str:
    """The unit that goes with a value: 1 child, 2 children."""
    return SINGULAR.get(unit, unit) if value == 1 else unit


def in_words(count: int) -> str:
    """Numbers to nine in words, as GOV.UK style has them at the start of a sentence; 0 is "no"."""
    return SMALL_NUMBERS[count] if 0 <= count < len(SMALL_NUMBERS) else thousands(count)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st"""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{thousands(value)}{ending}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """a; a and b; a, b and c"""
    *first, final = list(names) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def size(octets: int) -> str:
    """A file's size for people: 41 MB, 512 KB, 12 bytes."""
    for unit, power in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if octets >= power:
            return f"{rounded(octets / power, 0)} {unit}"
    return plural(octets, "byte")


def cell(value: object) -> object:
    """A number in a table with its thousands; anything else as it is."""
    return (
        thousands(value)
        if isinstance(value, int | Decimal | float) and not isinstance(value, bool)
        else value
    )


FILTERS: Mapping[str, Callable[..., object]] = {
    "day": day,
    "day_and_month": day_and_month,
    "weekday": weekday,
    "short_weekday": short_weekday,
    "short_weekday_and_month": short_weekday_and_month,
    "month": month,
    "time_of_day": time_of_day,
    "moment": moment,
    "thousands": thousands,
    "rounded": rounded,
    "percent": percent,
    "in_words": in_words,
    "ordinal": ordinal,
    "listed": listed,
    "size": size,
    "cell": cell,
}
