"""On which day rights pass with age, and in which year group someone is."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.rules.rights import age_on, compulsory_school_age_ends, year_group, young_person_from


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


def test_t94_a_child_born_in_october_2012_is_in_year_9_in_october_2026() -> None:
    born_on = date(2012, 10, 10)
    assert year_group(born_on, date(2026, 10, 15)) == 9


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


def test_someone_who_left_school_before_the_act_has_their_day_too() -> None:
    assert compulsory_school_age_ends(date(1995, 1, 1)).day == date(2011, 6, 24)
