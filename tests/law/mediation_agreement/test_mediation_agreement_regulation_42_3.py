"""Carry out a mediation agreement that could not have been appealed: regulation 42(3)."""

from datetime import date

from goldenthread.rules.timetable.mediation import mediation_agreement_due


def test_an_agreement_that_could_not_be_appealed_is_carried_out_within_two_weeks():
    assert mediation_agreement_due(agreement_dated_on=date(2026, 3, 27)).due_on == date(2026, 4, 10)
