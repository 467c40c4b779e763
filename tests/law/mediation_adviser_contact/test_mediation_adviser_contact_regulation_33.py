"""Contact a mediation adviser: regulation 33."""

from datetime import date

from goldenthread.rules.timetable.mediation import mediation_adviser_contact_due


def test_two_months_after_the_notice_saturday_or_not():
    assert mediation_adviser_contact_due(decision_sent_on=date(2026, 3, 2)).due_on == date(2026, 5, 2)
