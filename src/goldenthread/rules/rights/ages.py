"""Age as the rights need it: whole years, year groups, and the day on which rights pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.sources import COMMENCEMENT, act
from goldenthread.rules.timetable.age import (
    COMPULSORY_SCHOOL_AGE_ENDS_AT,
    birthday,
    last_friday_of_june,
)

_ONE_DAY = timedelta(days=1)
_SEPTEMBER = 9
_TURNS_IN_YEAR_0 = 5
"""A child turns 5 in Reception, so Year N is the school year in which they turn N + 5."""


@dataclass(frozen=True, slots=True)
class AgeAnswer:
    """A day that a person's age fixes, with the reading of the words and where they stand written."""

    day: date
    because: Source
    reading: str


def age_on(born_on: date, day: date) -> int:
    """Whole years of age on `day`. Raises ValueError for a day before the birth."""
    if day < born_on:
        raise ValueError("this day is before the day of birth")
    years = day.year - born_on.year
    return years if birthday(born_on, years) <= day else years - 1


def school_year(day: date) -> int:
    """The year in whose September the school year around `day` began: 2026 for 2026/27."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


def year_group(born_on: date, day: date) -> int:
    """The school year group for someone taught with their age: 9 for Year 9, 0 for Reception, less before.

    Year 9 is the school year in which a child turns 14: age 13 when it begins. Someone born on 1 September
    counts with the year that begins that day, as for the school leaving date.
    """
    return school_year(day) - school_year(born_on) - _TURNS_IN_YEAR_0


def compulsory_school_age_ends(born_on: date) -> AgeAnswer:
    """The last day of compulsory school age: the last Friday in June, in the year of the 16th birthday.

    Unlike the duty of that name, it answers for someone who reached that day before the Act began.
    """
    first_age = COMPULSORY_SCHOOL_AGE_ENDS_AT.versions[0].value
    version = COMPULSORY_SCHOOL_AGE_ENDS_AT.on(max(birthday(born_on, first_age), COMMENCEMENT))
    day = last_friday_of_june(school_year(birthday(born_on, version.value)) + 1)
    return AgeAnswer(
        day, version.source, "the last Friday in June of the school year in which a person turns 16"
    )


def young_person_from(born_on: date) -> AgeAnswer:
    """The first day on which the rights are the young person's: the day after compulsory school age ends."""
    ends = compulsory_school_age_ends(born_on)
    source = act("83", Confirmed.SECONDARY)
    return AgeAnswer(ends.day + _ONE_DAY, source, "the day after compulsory school age ends")
