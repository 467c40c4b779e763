"""Latest draft plan that leaves the time for representations: planning date."""

from datetime import date

from goldenthread.rules.timetable.draft import latest_draft_due


def test_the_latest_draft_leaves_fifteen_full_days_before_the_final_plan():
    due = latest_draft_due(request_received_on=date(2026, 1, 5))
    assert due.due_on == date(2026, 5, 10)
    assert due.alternative_on == date(2026, 5, 9)
