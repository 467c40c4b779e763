"""Earliest day for the final plan: regulation 13(1)(a)."""

from datetime import date

from goldenthread.rules.timetable.draft import final_plan_earliest_due


def test_the_plan_may_be_finalised_on_the_day_after_the_window():
    due = final_plan_earliest_due(draft_served_on=date(2026, 4, 20))
    assert due.due_on == date(2026, 5, 5)
    assert due.opens_on == date(2026, 5, 5)
