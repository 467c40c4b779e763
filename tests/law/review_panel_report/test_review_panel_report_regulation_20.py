"""Report of the review panel of a statutory complaint: regulation 20."""

from datetime import date

from goldenthread.rules.timetable.complaints import review_panel_report_due


def test_five_working_days():
    assert review_panel_report_due(panel_met_on=date(2026, 10, 13)).due_on == date(2026, 10, 20)
