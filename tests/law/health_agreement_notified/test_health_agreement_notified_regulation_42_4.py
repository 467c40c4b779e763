"""Tell the council of an agreement about health provision: regulation 42(4)."""

from datetime import date

from goldenthread.rules.timetable.mediation import health_agreement_notified_due


def test_the_health_body_tells_the_council_within_a_week():
    assert health_agreement_notified_due(agreement_dated_on=date(2026, 3, 27)).due_on == date(2026, 4, 3)
