"""Circulate advice before the review meeting: regulation 20(4)."""

from datetime import date

from goldenthread.rules.timetable.review import review_papers_due


def test_papers_go_two_weeks_before_and_cautiously_a_day_more():
    due = review_papers_due(review_meeting_on=date(2026, 11, 5))
    assert due.due_on == date(2026, 10, 22)
    assert due.alternative_on == date(2026, 10, 21)
