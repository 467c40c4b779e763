"""Certify that mediation has ended: regulation 39."""

from datetime import date

from goldenthread.rules.timetable.mediation import certificate_after_mediation_due


def test_the_adviser_certifies_within_three_working_days_of_the_end():
    assert certificate_after_mediation_due(mediation_ended_on=date(2026, 5, 22)).due_on == date(2026, 5, 28)
