"""Invite to the review meeting: regulation 20(3)."""

from datetime import date

from goldenthread.rules.timetable.review import review_notice_due


def test_invitations_go_two_weeks_before_and_cautiously_a_day_more():
    due = review_notice_due(review_meeting_on=date(2026, 11, 5))
    assert due.due_on == date(2026, 10, 22)
    assert due.alternative_on == date(2026, 10, 21)
