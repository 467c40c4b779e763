"""Comment on the draft plan: regulation 13(1)(a)."""

from datetime import date

from goldenthread.rules.timetable.draft import representations_due


def test_the_window_is_fifteen_days_beginning_with_service_and_a_bank_holiday_counts():
    due = representations_due(draft_served_on=date(2026, 4, 20))
    assert due.due_on == date(2026, 5, 4)
    assert due.alternative_on is None


def test_the_window_crosses_a_leap_day():
    assert representations_due(draft_served_on=date(2028, 2, 20)).due_on == date(2028, 3, 5)
