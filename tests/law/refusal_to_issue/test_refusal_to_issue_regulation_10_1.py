"""Give notice that no plan will be made: regulation 10(1)."""

from datetime import date

from goldenthread.rules.timetable.assessment import refusal_to_issue_due


def test_a_request_on_an_ordinary_monday_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 4, 27)
    assert due.raw_on == date(2026, 4, 27)


def test_a_request_on_a_day_in_a_leap_february_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2024, 2, 1))
    assert due.due_on == date(2024, 5, 23)
    assert due.raw_on == date(2024, 5, 23)


def test_a_request_on_a_saturday_in_the_school_holidays_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2026, 8, 1))
    assert due.due_on == date(2026, 11, 21)
    assert due.raw_on == date(2026, 11, 21)


def test_a_request_on_christmas_eve_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2026, 12, 24))
    assert due.due_on == date(2027, 4, 15)
    assert due.raw_on == date(2027, 4, 15)


def test_a_request_on_the_last_day_of_a_month_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2025, 10, 31))
    assert due.due_on == date(2026, 2, 20)
    assert due.raw_on == date(2026, 2, 20)


def test_a_request_on_good_friday_is_refused_a_plan_within_sixteen_weeks():
    due = refusal_to_issue_due(request_received_on=date(2026, 4, 3))
    assert due.due_on == date(2026, 7, 24)
    assert due.raw_on == date(2026, 7, 24)


def test_with_receipt_as_day_1_the_limit_is_a_day_tighter():
    assert refusal_to_issue_due(request_received_on=date(2026, 1, 5)).alternative_on == date(2026, 4, 26)
