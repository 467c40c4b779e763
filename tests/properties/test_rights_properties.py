"""Rights by age: what holds for every birth date and day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.rights import (
    Holder,
    Matter,
    Person,
    age_on,
    compulsory_school_age_ends,
    who_decides,
    year_group,
)

births = st.dates(date(1995, 1, 1), date(2025, 12, 31))
ages_in_days = st.integers(0, 26 * 365)
FIRST = date(2014, 9, 1)


@given(births)
def test_school_age_ends_on_a_friday_of_late_june_at_fifteen_or_sixteen(born_on: date) -> None:
    """Said otherwise: the Friday in June with no Friday after it, in the year of the birthday."""
    ends = compulsory_school_age_ends(born_on).day
    assert ends.weekday() == 4
    assert ends.month == 6
    assert (ends + timedelta(days=7)).month == 7
    assert age_on(born_on, ends) in (15, 16)
    assert age_on(born_on, date(ends.year, 8, 31)) == 16
    assert age_on(born_on, date(ends.year - 1, 8, 31)) == 15


@given(births, ages_in_days)
def test_rights_pass_once_and_never_come_back(born_on: date, days: int) -> None:
    day = max(born_on + timedelta(days=days), FIRST)
    if day < born_on:
        return
    holder = who_decides(Person(born_on), Matter.REVIEW, day).holder
    later = who_decides(Person(born_on), Matter.REVIEW, day + timedelta(days=1)).holder
    assert (holder, later) in {
        (Holder.PARENT, Holder.PARENT),
        (Holder.PARENT, Holder.YOUNG_PERSON),
        (Holder.YOUNG_PERSON, Holder.YOUNG_PERSON),
    }


@given(births, ages_in_days)
def test_the_year_group_goes_up_by_one_each_september_and_stays_between(born_on: date, days: int) -> None:
    day = born_on + timedelta(days=days)
    step = year_group(born_on, day + timedelta(days=1)) - year_group(born_on, day)
    first_of_september = (day.month, day.day) == (8, 31)
    assert step == (1 if first_of_september else 0)
