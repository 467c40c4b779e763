"""Latest draft plan that also leaves time to consult a school after the window: planning date."""

from datetime import date

from goldenthread.rules.timetable.draft import latest_draft_before_consultation_due


def test_the_latest_draft_with_a_consultation_after_it_leaves_thirty_days():
    due = latest_draft_before_consultation_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 4, 25)
    assert due.alternative_on == date(2026, 4, 24)
