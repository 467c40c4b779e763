"""On which day age changes what the law says: Year 9, the end of compulsory school age, 18, 19 and 25."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from goldenthread.rules.law import Confirmed, Kind, Parameter, Source, Version
from goldenthread.rules.sources import COMMENCEMENT, act, code_of_practice, planning, send_regulation

_ONE_DAY = timedelta(days=1)
_FRIDAY = 4
_JUNE, _JULY, _SEPTEMBER = 6, 7, 9
_FIRST_YEAR_TURNS = 6
"""A child turns 6 in Year 1, so Year N is the school year in which a child turns N + 5."""

COMPULSORY_SCHOOL_AGE = Source(
    Kind.STATUTE,
    "Education Act 1996",
    "section 8",
    "https://www.legislation.gov.uk/ukpga/1996/56/section/8",
    Confirmed.UNCONFIRMED,
)

AGE_THAT_ENDS_SCHOOL = Parameter(
    "compulsory school age ends in the school year in which a person turns",
    (Version(date(1998, 1, 1), 16, COMPULSORY_SCHOOL_AGE),),
)
YOUNG_PERSON_UNTIL = Parameter(
    "a young person is under", (Version(COMMENCEMENT, 25, act("83(2)", Confirmed.SECONDARY)),)
)
ADULTHOOD_YEAR = Parameter(
    "preparing for adulthood begins in Year",
    (Version(COMMENCEMENT, 9, send_regulation("20(6)", Confirmed.READ)),),
)
OUTCOMES_COUNT_FROM = Parameter(
    "whether outcomes are met counts towards ceasing from age",
    (Version(COMMENCEMENT, 19, act("45(3)", Confirmed.READ)),),
)
PLAN_MAY_LAST_PAST = Parameter(
    "a plan may last to the end of the academic year in which a person turns",
    (Version(COMMENCEMENT, 25, act("46", Confirmed.SECONDARY)),),
)


_CHAPTER_8 = replace(code_of_practice("8.10"), provision="chapter 8")


@dataclass(frozen=True, slots=True)
class AgeAnswer:
    """A day that a person's age fixes, with the reading of the words and where they stand written."""

    day: date
    because: Source
    reading: str


def birthday(born_on: date, age: int) -> date:
    """The day on which a person turns `age`; born on 29 February, 1 March of a common year.

    That last is a reading: nothing found settles it.
    """
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


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
    return school_year(day) - school_year(born_on) - (_FIRST_YEAR_TURNS - 1)


def adulthood_from(born_on: date) -> AgeAnswer:
    """The first day of Year 9, from which every review and all advice look towards adulthood."""
    version = ADULTHOOD_YEAR.on(max(born_on, COMMENCEMENT))
    turns = version.value + _FIRST_YEAR_TURNS - 1
    day = date(school_year(born_on) + turns, _SEPTEMBER, 1)
    return AgeAnswer(
        day, version.source, "Year 9 begins on 1 September of the school year in which a child turns 14"
    )


def compulsory_school_age_ends(born_on: date) -> AgeAnswer:
    """The last day of compulsory school age: the last Friday in June, in the year of the 16th birthday."""
    age = AGE_THAT_ENDS_SCHOOL.versions[0].value
    version = AGE_THAT_ENDS_SCHOOL.on(birthday(born_on, age))
    day = _last_friday_in_june(school_year(birthday(born_on, version.value)) + 1)
    return AgeAnswer(
        day, version.source, "the last Friday in June of the school year in which a person turns 16"
    )


def young_person_from(born_on: date) -> AgeAnswer:
    """The first day on which the rights are the young person's: the day after compulsory school age ends."""
    ends = compulsory_school_age_ends(born_on)
    source = act("83(2)", Confirmed.SECONDARY)
    return AgeAnswer(ends.day + _ONE_DAY, source, "the day after compulsory school age ends")


def outcomes_count_from(born_on: date) -> AgeAnswer:
    """The 19th birthday: from then a decision to cease has regard to whether the outcomes are met."""
    version = OUTCOMES_COUNT_FROM.on(max(birthday(born_on, 19), COMMENCEMENT))
    return AgeAnswer(birthday(born_on, version.value), version.source, "from the 19th birthday")


def plan_may_last_until(
    born_on: date, *, in_further_education: bool, course_ends_on: date | None = None
) -> AgeAnswer:
    """The last day to which the authority may keep a plan past the 25th birthday (section 46, regulation 46).

    In a further education college: the end of the course, but not past the day before the 26th birthday.
    Elsewhere: 31 July of the academic year in which the person turns 25. Raises ValueError for a course that
    ends before the 25th birthday: the rule is about what follows that day.
    """
    version = PLAN_MAY_LAST_PAST.on(max(birthday(born_on, 25), COMMENCEMENT))
    turns = birthday(born_on, version.value)
    source = send_regulation("46", Confirmed.UNCONFIRMED)
    if course_ends_on is not None and course_ends_on < turns:
        raise ValueError("the course ends before the 25th birthday, so this rule does not come in")
    if in_further_education:
        eve = birthday(born_on, version.value + 1) - _ONE_DAY
        day = eve if course_ends_on is None else min(eve, course_ends_on)
        return AgeAnswer(day, source, "the end of the course, or the day before the 26th birthday if sooner")
    year = turns.year if turns.month <= _JULY else turns.year + 1
    return AgeAnswer(date(year, _JULY, 31), source, "31 July of the academic year in which a person turns 25")


def age_answers(born_on: date) -> dict[str, AgeAnswer]:
    """Every day that a birth date fixes, by name, in order of age: what a page or a worklist shows."""
    return {
        "preparing for adulthood begins": adulthood_from(born_on),
        "Year 11 begins: prepare the young person to take over": _year_11(born_on),
        "compulsory school age ends": compulsory_school_age_ends(born_on),
        "the rights are the young person's": young_person_from(born_on),
        "adult law on care applies": AgeAnswer(birthday(born_on, 18), _CHAPTER_8, "from the 18th birthday"),
        "outcomes count towards ceasing": outcomes_count_from(born_on),
        "25th birthday": AgeAnswer(
            birthday(born_on, 25), act("83(2)", Confirmed.SECONDARY), "a young person is under 25"
        ),
    }


def _year_11(born_on: date) -> AgeAnswer:
    day = date(school_year(born_on) + 11 + _FIRST_YEAR_TURNS - 1, _SEPTEMBER, 1)
    return AgeAnswer(day, planning("Year 11"), "a planning date: the school year in which school age ends")


def _last_friday_in_june(year: int) -> date:
    last = date(year, _JUNE, 30)
    return last - timedelta(days=(last.weekday() - _FRIDAY) % 7)
