"""Year 9 begins: regulation 20(6), 21(6) and 6(1)."""

from datetime import date

from goldenthread.rules.timetable.age import year_9_begins_due


def test_a_child_born_in_october_is_in_year_9_at_fourteen():
    assert year_9_begins_due(born_on=date(2012, 10, 10)).due_on == date(2026, 9, 1)


def test_a_child_born_on_the_last_day_of_august_begins_a_year_before_one_born_the_day_after():
    assert year_9_begins_due(born_on=date(2012, 8, 31)).due_on == date(2025, 9, 1)


def test_a_child_born_on_the_first_of_september_is_among_the_oldest():
    assert year_9_begins_due(born_on=date(2012, 9, 1)).due_on == date(2026, 9, 1)
