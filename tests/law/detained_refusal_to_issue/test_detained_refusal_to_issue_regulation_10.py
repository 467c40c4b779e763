"""Give notice that no plan will be made for a detained person: regulation 10."""

from datetime import date

from goldenthread.rules.timetable.detained import detained_refusal_to_issue_due


def test_the_home_authority_has_the_same_weeks():
    assert detained_refusal_to_issue_due(request_received_on=date(2026, 1, 5)).due_on == date(2026, 4, 27)
