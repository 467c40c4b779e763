"""Arrange mediation: regulation 36."""

from datetime import date

from goldenthread.rules.timetable.mediation import mediation_arranged_due


def test_mediation_is_arranged_within_thirty_calendar_days():
    assert mediation_arranged_due(family_told_council_on=date(2026, 12, 1)).due_on == date(2026, 12, 31)
