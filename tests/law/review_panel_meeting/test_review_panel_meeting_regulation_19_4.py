"""Hold the review panel of a statutory complaint: regulation 19(4)."""

from datetime import date

from goldenthread.rules.timetable.complaints import review_panel_meeting_due


def test_thirty_working_days():
    assert review_panel_meeting_due(panel_requested_on=date(2026, 9, 1)).due_on == date(2026, 10, 13)
