"""Decide after the review: keep, amend or cease: regulation 20(10)."""

from datetime import date

from goldenthread.rules.timetable.review import decision_after_review_due


def test_the_decision_follows_within_four_weeks_of_a_meeting_in_term():
    assert decision_after_review_due(meeting_held_on=date(2026, 11, 5)).due_on == date(2026, 12, 3)


def test_the_decision_follows_within_four_weeks_of_a_meeting_at_the_end_of_term():
    assert decision_after_review_due(meeting_held_on=date(2026, 7, 9)).due_on == date(2026, 8, 6)
