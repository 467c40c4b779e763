"""Answer a statutory complaint, stage 2: regulation 17."""

from datetime import date

from goldenthread.rules.timetable.complaints import statutory_complaint_stage_2_due


def test_twenty_five_working_days():
    assert statutory_complaint_stage_2_due(stage_2_requested_on=date(2026, 9, 1)).due_on == date(2026, 10, 6)
