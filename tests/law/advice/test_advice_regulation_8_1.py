"""Give advice for an assessment: regulation 8(1)."""

from datetime import date

from goldenthread.rules.timetable.advice import advice_due


def test_advice_asked_of_a_health_body_is_due_six_weeks_after_it_receives_the_request():
    due = advice_due(advice_request_received_on=date(2026, 11, 2))
    assert due.due_on == date(2026, 12, 14)
    assert due.raw_on == date(2026, 12, 14)
