"""Six months since the last assessment: section 36(6)(b)."""

from datetime import date

from goldenthread.rules.timetable.assessment import recent_assessment_bar_due


def test_a_request_inside_six_months_of_the_last_assessment_need_not_be_assessed():
    assert recent_assessment_bar_due(last_assessment_ended_on=date(2026, 3, 10)).due_on == date(2026, 9, 10)


def test_six_months_from_the_end_of_august_end_with_february():
    assert recent_assessment_bar_due(last_assessment_ended_on=date(2026, 8, 31)).due_on == date(2027, 2, 28)
