"""First review of a plan: section 44(1)."""

from datetime import date

from goldenthread.rules.timetable.review_cycle import first_review_due


def test_the_first_review_is_complete_within_twelve_months_starting_with_the_day_the_plan_was_made():
    due = first_review_due(plan_made_on=date(2026, 3, 2))
    assert due.due_on == date(2027, 3, 1)
    assert due.alternative_on is None


def test_a_plan_made_on_leap_day_is_reviewed_by_the_end_of_the_next_february():
    assert first_review_due(plan_made_on=date(2024, 2, 29)).due_on == date(2025, 2, 28)


def test_a_plan_made_on_the_first_of_march_before_a_leap_day_is_reviewed_by_leap_day():
    assert first_review_due(plan_made_on=date(2027, 3, 1)).due_on == date(2028, 2, 29)
