"""Decide whether to assess: regulation 5(1)."""

from datetime import date

from goldenthread.rules.timetable.assessment import decision_whether_to_assess_due


def test_a_request_on_an_ordinary_monday_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 2, 16)
    assert due.raw_on == date(2026, 2, 16)


def test_a_request_on_a_day_in_a_leap_february_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2024, 2, 1))
    assert due.due_on == date(2024, 3, 14)
    assert due.raw_on == date(2024, 3, 14)


def test_a_request_on_a_saturday_in_the_school_holidays_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2026, 8, 1))
    assert due.due_on == date(2026, 9, 12)
    assert due.raw_on == date(2026, 9, 12)


def test_a_request_on_christmas_eve_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2026, 12, 24))
    assert due.due_on == date(2027, 2, 4)
    assert due.raw_on == date(2027, 2, 4)


def test_a_request_on_the_last_day_of_a_month_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2025, 10, 31))
    assert due.due_on == date(2025, 12, 12)
    assert due.raw_on == date(2025, 12, 12)


def test_a_request_on_good_friday_is_decided_six_weeks_later():
    due = decision_whether_to_assess_due(request_received_on=date(2026, 4, 3))
    assert due.due_on == date(2026, 5, 15)
    assert due.raw_on == date(2026, 5, 15)


def test_with_receipt_as_day_1_the_limit_is_a_day_tighter():
    assert decision_whether_to_assess_due(request_received_on=date(2026, 1, 5)).alternative_on == date(
        2026, 2, 15
    )
