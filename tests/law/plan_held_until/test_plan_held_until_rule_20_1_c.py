"""Keep the plan while an appeal against ceasing may be brought or is open: rule 20(1)(c)."""

from datetime import date

from goldenthread.rules.timetable.appeals import plan_held_until_due


def test_the_plan_is_kept_while_an_appeal_may_be_brought():
    due = plan_held_until_due(decision_sent_on=date(2026, 7, 20))
    assert due.due_on == date(2026, 9, 21)
    assert due.raw_on == date(2026, 9, 20)


def test_the_plan_is_kept_until_the_appeal_is_determined():
    assert plan_held_until_due(
        decision_sent_on=date(2026, 7, 20),
        appeal_lodged_on=date(2026, 9, 1),
        appeal_determined_on=date(2027, 1, 15),
    ).due_on == date(2027, 1, 15)
