"""Give notice that no plan will be made, once responsible: regulation 10(1)."""

from datetime import date

from goldenthread.rules.timetable.responsibility import refusal_to_issue_once_responsible_due


def test_sixteen_weeks_run_from_becoming_responsible():
    due = refusal_to_issue_once_responsible_due(
        became_responsible_on=date(2026, 3, 5), brought_to_notice_on=date(2026, 3, 2)
    )
    assert due.due_on == date(2026, 6, 25)
    assert due.alternative_on == date(2026, 6, 22)
