"""Tell health bodies of the issues for mediation: regulation 35."""

from datetime import date

from goldenthread.rules.timetable.mediation import health_issues_passed_on_due


def test_three_working_days_skip_the_weekend():
    assert health_issues_passed_on_due(told_of_issues_on=date(2026, 3, 6)).due_on == date(2026, 3, 11)
