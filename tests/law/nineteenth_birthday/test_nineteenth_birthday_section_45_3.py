"""Nineteenth birthday: section 45(3)."""

from datetime import date

from goldenthread.rules.timetable.age import nineteenth_birthday_due


def test_outcomes_are_weighed_from_the_nineteenth_birthday():
    assert nineteenth_birthday_due(born_on=date(2007, 11, 22)).due_on == date(2026, 11, 22)


def test_born_on_leap_day_the_birthday_is_the_first_of_march():
    assert nineteenth_birthday_due(born_on=date(2008, 2, 29)).due_on == date(2027, 3, 1)
