"""Respond to the review panel of a statutory complaint: regulation 20."""

from datetime import date

from goldenthread.rules.timetable.complaints import review_panel_response_due


def test_fifteen_working_days():
    assert review_panel_response_due(panel_report_received_on=date(2026, 10, 20)).due_on == date(2026, 11, 10)
