"""Six months in which re-assessment may be refused: regulation 24."""

from datetime import date

from goldenthread.rules.timetable.reassessment import recent_reassessment_bar_due


def test_re_assessment_may_be_refused_for_six_months():
    assert recent_reassessment_bar_due(last_assessment_ended_on=date(2026, 3, 10)).due_on == date(2026, 9, 10)
