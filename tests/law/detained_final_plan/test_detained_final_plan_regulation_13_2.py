"""Send the final plan for a detained person: regulation 13(2)."""

from datetime import date

from goldenthread.rules.timetable.detained import detained_final_plan_due


def test_the_home_authority_has_the_same_weeks():
    assert detained_final_plan_due(request_received_on=date(2026, 1, 5)).due_on == date(2026, 5, 25)
