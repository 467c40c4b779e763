"""Report on the review meeting: regulation 20(7) to (9)."""

from datetime import date

from goldenthread.rules.timetable.review import review_report_due


def test_the_report_follows_within_two_weeks_of_a_meeting_in_term():
    assert review_report_due(review_meeting_held_on=date(2026, 11, 5)).due_on == date(2026, 11, 19)


def test_the_report_follows_within_two_weeks_of_a_meeting_at_the_end_of_term():
    assert review_report_due(review_meeting_held_on=date(2026, 7, 9)).due_on == date(2026, 7, 23)
