"""Certify that the family will not mediate: regulation 34."""

from datetime import date

from goldenthread.rules.timetable.mediation import certificate_without_mediation_due


def test_three_working_days_skip_easter():
    due = certificate_without_mediation_due(told_adviser_on=date(2026, 4, 1))
    assert due.due_on == date(2026, 4, 8)
    assert due.alternative_on == date(2026, 4, 7)
