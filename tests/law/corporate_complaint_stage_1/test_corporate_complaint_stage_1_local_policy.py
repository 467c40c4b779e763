"""Answer a corporate complaint, stage 1: local policy."""

from datetime import date

from goldenthread.rules.timetable.complaints import corporate_complaint_stage_1_due


def test_ten_working_days_until_the_council_says_otherwise():
    assert corporate_complaint_stage_1_due(complaint_received_on=date(2026, 9, 1)).due_on == date(2026, 9, 15)
