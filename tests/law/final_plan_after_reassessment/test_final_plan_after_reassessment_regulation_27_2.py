"""Send the final plan after re-assessment: regulation 27(2)."""

from datetime import date

from goldenthread.rules.timetable.reassessment import final_plan_after_reassessment_due


def test_the_plan_follows_within_fourteen_weeks_of_agreeing():
    assert final_plan_after_reassessment_due(agreement_notified_on=date(2026, 9, 28)).due_on == date(
        2027, 1, 4
    )
