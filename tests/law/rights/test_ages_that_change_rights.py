"""Which day age changes rights: Year 9, the end of compulsory school age, 19 and 25."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.rules.law import Confirmed
from goldenthread.rules.rights import (
    adulthood_from,
    age_answers,
    age_on,
    compulsory_school_age_ends,
    outcomes_count_from,
    plan_may_last_until,
    year_group,
    young_person_from,
)


def test_t89_rights_pass_after_the_last_friday_in_june_for_the_youngest_of_a_year() -> None:
    born_on = date(2010, 8, 31)
    assert compulsory_school_age_ends(born_on).day == date(2026, 6, 26)
    assert young_person_from(born_on).day == date(2026, 6, 27)


def test_t90_one_day_younger_waits_a_year() -> None:
    assert compulsory_school_age_ends(date(2010, 9, 1)).day == date(2027, 6, 25)


def test_rights_do_not_pass_on_the_sixteenth_birthday() -> None:
    assert young_person_from(date(2010, 1, 15)).day == date(2026, 6, 27)


def test_june_that_ends_on_a_friday_counts_that_friday() -> None:
    assert compulsory_school_age_ends(date(2006, 12, 1)).day == date(2023, 6, 30)


def test_t92_plan_outside_further_education_may_last_to_the_end_of_the_academic_year() -> None:
    answer = plan_may_last_until(date(2001, 11, 5), in_further_education=False)
    assert answer.day == date(2027, 7, 31)
    assert answer.because.confirmed is Confirmed.UNCONFIRMED


@pytest.mark.parametrize(
    ("born_on", "last"),
    [(date(2001, 7, 31), date(2026, 7, 31)), (date(2001, 8, 1), date(2027, 7, 31))],
)
def test_an_academic_year_runs_from_august_to_july(born_on: date, last: date) -> None:
    assert plan_may_last_until(born_on, in_further_education=False).day == last


def test_a_college_plan_may_last_to_the_end_of_the_course_but_not_past_the_26th_birthday() -> None:
    born_on = date(2001, 11, 5)
    assert plan_may_last_until(born_on, in_further_education=True).day == date(2027, 11, 4)
    course_ends_on = date(2027, 7, 9)
    answer = plan_may_last_until(born_on, in_further_education=True, course_ends_on=course_ends_on)
    assert answer.day == course_ends_on


def test_a_course_that_ends_before_the_25th_birthday_is_outside_the_rule() -> None:
    with pytest.raises(ValueError, match="25th birthday"):
        plan_may_last_until(date(2001, 11, 5), in_further_education=True, course_ends_on=date(2026, 11, 4))


def test_t94_a_child_born_in_october_2012_is_in_year_9_in_october_2026() -> None:
    born_on = date(2012, 10, 10)
    assert year_group(born_on, date(2026, 10, 15)) == 9
    assert adulthood_from(born_on).day == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("born_on", "day", "year"),
    [
        (date(2012, 9, 1), date(2026, 9, 1), 9),
        (date(2013, 8, 31), date(2026, 9, 1), 9),
        (date(2013, 9, 1), date(2026, 9, 1), 8),
        (date(2012, 8, 31), date(2026, 9, 1), 10),
        (date(2022, 1, 1), date(2026, 9, 1), 0),
        (date(2012, 10, 10), date(2026, 8, 31), 8),
    ],
)
def test_year_groups_change_on_1_september(born_on: date, day: date, year: int) -> None:
    assert year_group(born_on, day) == year


def test_age_counts_whole_years_and_a_leap_day_birth_turns_on_1_march() -> None:
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
    assert age_on(date(2008, 2, 29), date(2028, 2, 29)) == 20
    assert age_on(date(2010, 5, 5), date(2010, 5, 5)) == 0
    with pytest.raises(ValueError, match="before the day of birth"):
        age_on(date(2010, 5, 5), date(2010, 5, 4))


def test_outcomes_count_from_nineteen() -> None:
    assert outcomes_count_from(date(2007, 3, 3)).day == date(2026, 3, 3)


def test_the_ages_of_one_person_come_in_order() -> None:
    days = [answer.day for answer in age_answers(date(2010, 8, 31)).values()]
    assert days == sorted(days)
    assert days[:4] == [date(2023, 9, 1), date(2025, 9, 1), date(2026, 6, 26), date(2026, 6, 27)]
