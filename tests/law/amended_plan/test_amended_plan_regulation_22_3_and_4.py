"""Send the amended plan, or decide not to amend, after the notice: regulation 22(3) and (4)."""

from datetime import date

from goldenthread.rules.timetable.review import amended_plan_due


def test_the_amended_plan_follows_within_eight_weeks_of_the_notice():
    assert amended_plan_due(amendment_notice_sent_on=date(2026, 12, 3)).due_on == date(2027, 1, 28)


def test_eight_weeks_from_a_late_notice_end_after_the_outer_limit_from_the_meeting():
    assert amended_plan_due(amendment_notice_sent_on=date(2027, 1, 8)).due_on == date(2027, 3, 5)
