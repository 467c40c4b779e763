"""Send the final plan, once responsible: regulation 13(2)."""

from datetime import date

from goldenthread.rules.timetable.responsibility import final_plan_once_responsible_due


def test_twenty_weeks_run_from_becoming_responsible():
    due = final_plan_once_responsible_due(
        became_responsible_on=date(2026, 3, 5), brought_to_notice_on=date(2026, 3, 2)
    )
    assert due.due_on == date(2026, 7, 23)
    assert due.alternative_on == date(2026, 7, 20)
