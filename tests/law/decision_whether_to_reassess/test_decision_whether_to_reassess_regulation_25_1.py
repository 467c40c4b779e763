"""Decide whether to re-assess: regulation 25(1)."""

from datetime import date

from goldenthread.rules.timetable.reassessment import decision_whether_to_reassess_due


def test_a_request_for_re_assessment_is_decided_within_fifteen_calendar_days():
    assert decision_whether_to_reassess_due(
        reassessment_request_received_on=date(2026, 9, 14)
    ).due_on == date(2026, 9, 29)
