"""All advice back, if asked for on the last day for the decision: planning date."""

from datetime import date

from goldenthread.rules.timetable.advice import advice_expected_due


def test_advice_asked_for_on_the_last_day_for_the_decision_is_back_by_week_twelve():
    due = advice_expected_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 3, 30)
    assert due.alternative_on is None
