"""Send the proposed amendments after the review: regulation 22(2)(a)."""

from datetime import date

from goldenthread.rules.timetable.review import amendment_notice_due


def test_the_proposed_amendments_follow_within_four_weeks_of_a_meeting_in_term():
    assert amendment_notice_due(meeting_held_on=date(2026, 11, 5)).due_on == date(2026, 12, 3)


def test_the_proposed_amendments_follow_within_four_weeks_of_a_meeting_at_the_end_of_term():
    assert amendment_notice_due(meeting_held_on=date(2026, 7, 9)).due_on == date(2026, 8, 6)
