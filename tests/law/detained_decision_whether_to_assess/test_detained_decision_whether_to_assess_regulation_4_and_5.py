"""Decide whether to assess a detained person: regulation 4 and 5."""

from datetime import date

from goldenthread.rules.timetable.detained import detained_decision_whether_to_assess_due


def test_the_home_authority_has_the_same_weeks():
    assert detained_decision_whether_to_assess_due(request_received_on=date(2026, 1, 5)).due_on == date(
        2026, 2, 16
    )
