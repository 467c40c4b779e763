"""Answer a statutory complaint, stage 1: regulation 14."""

from datetime import date

from goldenthread.rules.timetable.complaints import statutory_complaint_stage_1_due


def test_ten_working_days():
    assert statutory_complaint_stage_1_due(complaint_received_on=date(2026, 12, 18)).due_on == date(
        2027, 1, 6
    )
