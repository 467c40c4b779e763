"""From which day do rights and duties change with age: Year 9, the end of compulsory school age, 19, 25?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Kind, NotInForce, Parameter, Source, Version
from goldenthread.rules.sources import COMMENCEMENT, act, code_of_practice, send_regulation
from goldenthread.rules.wording import in_words

DUTIES = Declarations("Age")

_ONE_DAY = timedelta(days=1)
_FRIDAY = 4
_BORN = "the date of birth"
_FIRST_MONTH_OF_SCHOOL_YEAR = 9
_YEAR_0_BEGINS_AFTER = 5
"""Years from the school year of birth to the one before Year 1, in which a child turns five."""

_LEAVING_DATE = act("8", Confirmed.UNCONFIRMED, instrument="Education Act 1996", path="ukpga/1996/56")

COMPULSORY_SCHOOL_AGE_ENDS_AT: Parameter[int] = Parameter(
    "age in whose school year compulsory school age ends",
    (Version(COMMENCEMENT, 16, act("83", Confirmed.SECONDARY)),),
)
ADULTHOOD_IS_PREPARED_FROM_YEAR: Parameter[int] = Parameter(
    "school year from which adulthood is prepared",
    (Version(COMMENCEMENT, 9, send_regulation("20(6), 21(6) and 6(1)", Confirmed.READ)),),
)
OUTCOMES_ARE_WEIGHED_FROM: Parameter[int] = Parameter(
    "age from which educational outcomes are weighed before ceasing",
    (Version(COMMENCEMENT, 19, act("45(3)", Confirmed.READ)),),
)
YOUNG_PERSON_UNTIL: Parameter[int] = Parameter(
    "age at which someone is no longer a young person",
    (Version(COMMENCEMENT, 25, act("83", Confirmed.SECONDARY)),),
)
PLAN_MAY_BE_KEPT_AT_25 = act("46", Confirmed.INTERPRETATION)


class Attends(Enum):
    """Where a young person of 25 is educated, as far as regulation 46 distinguishes it."""

    FURTHER_EDUCATION = "further education"
    OTHER = "sixth form or other"


def year_9_begins_due(
    born_on: date, *, school_year: Parameter[int] = ADULTHOOD_IS_PREPARED_FROM_YEAR
) -> Deadline:
    """1 September of the school year in which the child turns 14 (regulation 20(6))."""
    born_in = _school_year_of(born_on)
    return _reached(
        school_year,
        lambda year: date(born_in + _YEAR_0_BEGINS_AFTER + year, _FIRST_MONTH_OF_SCHOOL_YEAR, 1),
        born_on,
    )


DUTIES.declare(
    year_9_begins_due,
    Declaration(
        title="Year 9 begins",
        party=Party.NOBODY,
        must="from this day every review and every assessment considers preparation for adulthood",
        what="From {day}, each review must look at adult life too.",
        how="That is when Year 9 starts for a child born on {start}.",
        if_not="If your review did not, tell us.",
        inputs={"born_on": _BORN},
        day_is="First day",
    ),
)


def compulsory_school_age_ends_due(
    born_on: date, *, age: Parameter[int] = COMPULSORY_SCHOOL_AGE_ENDS_AT
) -> Deadline:
    """The last Friday of June of the school year in which the person turns 16 (section 83)."""
    born_in = _school_year_of(born_on)
    return _reached(age, lambda years: last_friday_of_june(born_in + years + 1), born_on)


DUTIES.declare(
    compulsory_school_age_ends_due,
    Declaration(
        title="Compulsory school age ends",
        party=Party.NOBODY,
        must="after this day the rights under sections 36, 38, 44 and 51 are the young person's own",
        what="After {day}, the right to choose and to appeal is the young person's own.",
        how="That is the last Friday in June of the school year in which they turn 16.",
        if_not="If we still write only to the parents after that, tell us.",
        inputs={"born_on": _BORN},
        day_is="Last day of compulsory school age",
        sources=(_LEAVING_DATE,),
    ),
)


def nineteenth_birthday_due(born_on: date, *, age: Parameter[int] = OUTCOMES_ARE_WEIGHED_FROM) -> Deadline:
    """The day on which section 45(3) begins to apply."""
    return _reached(age, lambda years: birthday(born_on, years), born_on)


DUTIES.declare(
    nineteenth_birthday_due,
    Declaration(
        title="Nineteenth birthday",
        party=Party.NOBODY,
        must="from this day the local authority has regard to whether the educational outcomes in the "
        "plan have been achieved before it decides to cease; age alone is never a reason",
        what="From {day}, we must look at what you still want to learn before we end a plan.",
        how="That is the 19th birthday.",
        if_not="If we end a plan just because of age, you can appeal.",
        inputs={"born_on": _BORN},
        day_is="First day",
        sources=(code_of_practice("9.200"),),
    ),
)


def twenty_fifth_birthday_due(born_on: date, *, age: Parameter[int] = YOUNG_PERSON_UNTIL) -> Deadline:
    """The day from which someone is no longer a young person (section 83)."""
    return _reached(age, lambda years: birthday(born_on, years), born_on)


DUTIES.declare(
    twenty_fifth_birthday_due,
    Declaration(
        title="Twenty-fifth birthday",
        party=Party.NOBODY,
        must="from this day the person is no longer a young person; the plan may be kept to the end of the "
        "academic year (section 46)",
        what="On {day}, a plan can end because of age.",
        how="That is the 25th birthday.",
        if_not="We can still keep the plan to the end of your school or college year. Ask us to.",
        inputs={"born_on": _BORN},
        day_is="First day",
        sources=(act("46", Confirmed.SECONDARY),),
    ),
)


def plan_kept_at_25_due(
    born_on: date,
    attends: Attends = Attends.OTHER,
    course_ends_on: date | None = None,
    *,
    age: Parameter[int] = YOUNG_PERSON_UNTIL,
) -> Deadline:
    """The last day to which a plan may be kept after the 25th birthday (section 46 and regulation 46).

    Two ends are in play: 31 July, and the day before the 26th birthday or the end of the course if sooner. By
    default further education is given the second and any other setting the first, unless the course's end is
    known; the other end is the alternative reading.
    """
    turns_25_on = twenty_fifth_birthday_due(born_on, age=age).due_on
    july = date(turns_25_on.year + (turns_25_on > date(turns_25_on.year, 7, 31)), 7, 31)
    outer = birthday(born_on, turns_25_on.year - born_on.year + 1) - _ONE_DAY
    if course_ends_on is not None:
        outer = max(min(course_ends_on, outer), turns_25_on)
    by_course = attends is Attends.FURTHER_EDUCATION or course_ends_on is not None
    due_on, other = (outer, july) if by_course else (july, outer)
    source = PLAN_MAY_BE_KEPT_AT_25
    return Deadline(due_on, due_on, other, Counting.ON_THE_DAY, source, turns_25_on)


DUTIES.declare(
    plan_kept_at_25_due,
    Declaration(
        title="Last day to which a plan may be kept at 25",
        party=Party.COUNCIL,
        must="not maintain the plan beyond the end of the academic year in which the young person turns 25",
        what="We can keep your plan up to {day}, but no longer.",
        how="Some read the rule as {other}, so plan for the earlier day.",
        if_not="We do not have to keep it that long. If we end it sooner, you can appeal.",
        inputs={
            "born_on": _BORN,
            "attends": "where the young person is educated",
            "course_ends_on": "the day the course is due to end, if it is known",
        },
        day_is="Last day on which the plan may be maintained",
        other_reading="31 July against the day before the 26th birthday: commentary differs on which "
        "settings regulation 46 gives which end",
        sources=(
            send_regulation("46", Confirmed.INTERPRETATION),
            Source(
                Kind.CASE,
                "JL v Somerset County Council [2021] UKUT 324 (AAC)",
                "the end of the academic year at 25",
                "https://www.gov.uk/administrative-appeals-tribunal-decisions",
                Confirmed.SECONDARY,
            ),
        ),
    ),
)


def birthday(born_on: date, age: int) -> date:
    """The day on which someone reaches `age`; born on 29 February, 1 March in a common year.

    Source: section 83 for why it matters; the day for 29 February is unconfirmed.
    """
    year = born_on.year + age
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def last_friday_of_june(year: int) -> date:
    """The school leaving date of a year (Education Act 1996, section 8)."""
    day = date(year, 6, 30)
    return day - timedelta(days=(day.weekday() - _FRIDAY) % 7)


def _school_year_of(day: date) -> int:
    """The calendar year in which the school year holding `day` began."""
    return day.year - (day.month < _FIRST_MONTH_OF_SCHOOL_YEAR)


def _reached(parameter: Parameter[int], day_of: Callable[[int], date], born_on: date) -> Deadline:
    """The day on which the age in force that day is reached; raises NotInForce if it was before the law."""
    for version in reversed(parameter.versions):
        day = day_of(version.value)
        if day >= version.in_force_from:
            return Deadline(day, day, None, Counting.ON_THE_DAY, version.source, born_on)
    raise NotInForce(
        f"{parameter.name} was reached on {in_words(day)}, before the law began on "
        f"{in_words(parameter.versions[0].in_force_from)}"
    )
