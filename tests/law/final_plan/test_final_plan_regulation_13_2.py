"""Send the final plan: regulation 13(2)."""

from datetime import date

from goldenthread.rules.timetable.assessment import final_plan_due


def test_a_request_on_an_ordinary_monday_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 5, 25)
    assert due.raw_on == date(2026, 5, 25)


def test_a_request_on_a_day_in_a_leap_february_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2024, 2, 1))
    assert due.due_on == date(2024, 6, 20)
    assert due.raw_on == date(2024, 6, 20)


def test_a_request_on_a_saturday_in_the_school_holidays_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2026, 8, 1))
    assert due.due_on == date(2026, 12, 19)
    assert due.raw_on == date(2026, 12, 19)


def test_a_request_on_christmas_eve_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2026, 12, 24))
    assert due.due_on == date(2027, 5, 13)
    assert due.raw_on == date(2027, 5, 13)


def test_a_request_on_the_last_day_of_a_month_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2025, 10, 31))
    assert due.due_on == date(2026, 3, 20)
    assert due.raw_on == date(2026, 3, 20)


def test_a_request_on_good_friday_has_its_final_plan_within_twenty_weeks():
    due = final_plan_due(request_received_on=date(2026, 4, 3))
    assert due.due_on == date(2026, 8, 21)
    assert due.raw_on == date(2026, 8, 21)


def test_with_receipt_as_day_1_the_limit_is_a_day_tighter():
    due = final_plan_due(request_received_on=date(2026, 1, 5))
    assert due.alternative_on == date(2026, 5, 24)
    assert due.tightest_on == date(2026, 5, 24)
