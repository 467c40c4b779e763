"""School or college replies to the consultation: paragraph 9.83."""

from datetime import date

from goldenthread.rules.timetable.draft import consultation_reply_due


def test_a_school_should_reply_within_fifteen_calendar_days():
    assert consultation_reply_due(consultation_sent_on=date(2026, 4, 20)).due_on == date(2026, 5, 5)


def test_a_consultation_before_christmas_is_not_extended_by_it():
    assert consultation_reply_due(consultation_sent_on=date(2026, 12, 18)).due_on == date(2027, 1, 2)
