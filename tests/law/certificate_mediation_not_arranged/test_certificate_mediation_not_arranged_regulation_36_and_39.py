"""Certify that mediation could not be arranged in time: regulation 36 and 39."""

from datetime import date

from goldenthread.rules.timetable.mediation import certificate_mediation_not_arranged_due


def test_the_adviser_certifies_within_three_working_days_of_being_told():
    assert certificate_mediation_not_arranged_due(council_told_adviser_on=date(2026, 12, 23)).due_on == date(
        2026, 12, 30
    )
