"""Say that health care in the plan cannot be arranged: regulation 16."""

from datetime import date

from goldenthread.rules.timetable.moves import health_provision_request_due


def test_the_new_health_body_has_fifteen_working_days_to_speak_up():
    due = health_provision_request_due(became_aware_on=date(2026, 5, 28))
    assert due.due_on == date(2026, 6, 18)
    assert due.alternative_on == date(2026, 6, 17)
