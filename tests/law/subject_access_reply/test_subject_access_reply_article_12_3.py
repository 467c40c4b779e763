"""Answer a subject access request: Article 12(3)."""

from datetime import date

from goldenthread.rules.timetable.records import subject_access_reply_due


def test_a_month_that_ends_on_a_saturday_ends_on_monday():
    due = subject_access_reply_due(request_received_on=date(2026, 9, 3))
    assert due.raw_on == date(2026, 10, 3)
    assert due.due_on == date(2026, 10, 5)


def test_there_is_no_31_february():
    due = subject_access_reply_due(request_received_on=date(2028, 1, 31))
    assert due.raw_on == date(2028, 2, 29)
    assert due.due_on == date(2028, 2, 29)
