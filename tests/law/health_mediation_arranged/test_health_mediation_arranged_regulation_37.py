"""Arrange mediation about health provision only: regulation 37."""

from datetime import date

from goldenthread.rules.timetable.mediation import health_mediation_arranged_due


def test_health_mediation_is_arranged_within_thirty_calendar_days_of_the_health_body_being_told():
    assert health_mediation_arranged_due(council_told_commissioner_on=date(2026, 12, 1)).due_on == date(
        2026, 12, 31
    )
