"""Answer a complex subject access request: Article 12(3)."""

from datetime import date

from goldenthread.rules.timetable.records import complex_subject_access_reply_due


def test_two_further_months_make_three():
    due = complex_subject_access_reply_due(request_received_on=date(2026, 9, 3))
    assert due.raw_on == date(2026, 12, 3)
    assert due.due_on == date(2026, 12, 3)
