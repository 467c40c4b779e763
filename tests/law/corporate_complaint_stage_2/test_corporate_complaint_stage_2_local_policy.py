"""Answer a corporate complaint, stage 2: local policy."""

from datetime import date

from goldenthread.rules.timetable.complaints import corporate_complaint_stage_2_due


def test_twenty_working_days_until_the_council_says_otherwise():
    assert corporate_complaint_stage_2_due(stage_2_requested_on=date(2026, 9, 1)).due_on == date(2026, 9, 29)
