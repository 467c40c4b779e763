"""Consider a review for a child under five: paragraph 9.178."""

from datetime import date

from goldenthread.rules.timetable.review_cycle import early_years_review_due


def test_a_review_is_suggested_from_three_to_six_months_on():
    due = early_years_review_due(plan_made_or_last_reviewed_on=date(2026, 3, 2))
    assert due.opens_on == date(2026, 6, 2)
    assert due.due_on == date(2026, 9, 2)
