"""Next review of a plan: section 44(1)."""

from datetime import date

from goldenthread.rules.timetable.review_cycle import next_review_due


def test_later_reviews_run_from_the_decision_and_more_tightly_from_the_meeting():
    due = next_review_due(last_reviewed_on=date(2026, 3, 10), review_meeting_held_on=date(2026, 2, 12))
    assert due.due_on == date(2027, 3, 9)
    assert due.alternative_on == date(2027, 2, 11)
    assert due.tightest_on == date(2027, 2, 11)


def test_without_a_meeting_there_is_one_reading():
    due = next_review_due(last_reviewed_on=date(2026, 2, 10))
    assert due.due_on == date(2027, 2, 9)
    assert due.alternative_on is None
