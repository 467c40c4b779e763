"""Latest review meeting that leaves the time to decide: planning date."""

from datetime import date

from goldenthread.rules.timetable.review_cycle import latest_review_meeting_due


def test_the_latest_meeting_leaves_four_weeks_to_decide():
    assert latest_review_meeting_due(plan_made_or_last_reviewed_on=date(2025, 9, 1)).due_on == date(
        2026, 8, 3
    )
