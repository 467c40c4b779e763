"""On which day did it happen? Days drawn so that offices are shut at weekends and requests follow the
school year."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.rules.calendars import is_working_day

FIRST_KNOWN = date(2012, 1, 1)

EVEN = (1.0,) * 12
REQUESTS_BY_MONTH = (0.85, 0.85, 1.0, 0.7, 0.9, 0.95, 1.0, 0.4, 0.75, 0.9, 0.95, 0.75)
"""Schools ask most before holidays begin; August is quiet. Invented."""
DECISIONS_BY_MONTH = (0.75, 0.8, 0.9, 0.75, 0.85, 0.9, 1.0, 0.65, 0.75, 0.9, 0.95, 0.8)
"""Invented likewise."""

MEETINGS_BY_MONTH = (0.8, 0.8, 1.0, 0.6, 0.9, 1.0, 0.8, 0.02, 0.6, 0.9, 1.0, 0.6)
"""Review meetings are held at school, so hardly ever in August. Invented likewise."""


def days(count: float) -> timedelta:
    """So many days."""
    return timedelta(days=int(count))


def school_year_age(born_on: date, census_day: date) -> int:
    """Age on 31 August before census day, which decides the school year."""
    start = date(census_day.year - 1, 8, 31)
    return start.year - born_on.year - ((start.month, start.day) < (born_on.month, born_on.day))


@dataclass(slots=True)
class Days:
    """Draws days for one area. Every year is a return year's: `first` to `last`, then `census`."""

    rng: Random
    first: date
    last: date
    census: date
    working: Sequence[date] = field(init=False)

    def __post_init__(self) -> None:
        length = (self.census - FIRST_KNOWN).days + 1
        self.working = [day for n in range(length) if is_working_day(day := FIRST_KNOWN + days(n))]

    def between(self, first: date, last: date, by_month: Sequence[float] = EVEN) -> date:
        """A working day from `first` to `last`; the last one before `last` where there is none between."""
        low, high = bisect_left(self.working, first), bisect_right(self.working, last)
        if low >= high:
            return self.working[max(0, high - 1)]
        while True:
            day = self.working[int(self.rng.random() * (high - low)) + low]
            if self.rng.random() <= by_month[day.month - 1]:
                return day

    def asked(self, first: date, last: date) -> date:
        """A day on which a request came in: by the school year; one in fifty by e-mail at a weekend."""
        day = self.between(first, last, REQUESTS_BY_MONTH)
        if day.weekday() == 4 and day + days(1) <= last and self.rng.random() < 0.1:
            return day + days(1)
        return day

    def before(self, day: date, shortest: int, longest: int) -> date:
        """A weekday at least `shortest` and at most about `longest` days before `day`."""
        drawn = day - days(self.rng.randint(shortest, longest))
        return drawn - days(max(0, drawn.weekday() - 4))

    def in_year(self, day: date) -> bool:
        """Does the day lie in the collection year?"""
        return self.first <= day <= self.last
