"""Compulsory school age ends: section 83."""

from datetime import date

from goldenthread.rules.timetable.age import compulsory_school_age_ends_due


def test_born_on_the_last_day_of_the_school_year():
    assert compulsory_school_age_ends_due(born_on=date(2010, 8, 31)).due_on == date(2026, 6, 26)


def test_born_a_day_later_a_year_later():
    assert compulsory_school_age_ends_due(born_on=date(2010, 9, 1)).due_on == date(2027, 6, 25)


def test_the_last_friday_of_june_may_be_its_last_day():
    assert compulsory_school_age_ends_due(born_on=date(2006, 12, 1)).due_on == date(2023, 6, 30)
