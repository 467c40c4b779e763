"""Send the amended plan: outer limit from the review meeting: [2022] EWHC 493."""

from datetime import date

from goldenthread.rules.timetable.review import amended_plan_after_review_due


def test_the_amended_plan_follows_within_twelve_weeks_of_a_meeting_in_term():
    assert amended_plan_after_review_due(meeting_held_on=date(2026, 11, 5)).due_on == date(2027, 1, 28)


def test_the_amended_plan_follows_within_twelve_weeks_of_a_meeting_at_the_end_of_term():
    assert amended_plan_after_review_due(meeting_held_on=date(2026, 7, 9)).due_on == date(2026, 10, 1)
