"""Tell the new commissioning body when a family moves: regulation 16."""

from datetime import date

from goldenthread.rules.timetable.moves import commissioner_transfer_due


def test_told_in_good_time_the_health_body_passes_it_on_on_the_day():
    assert commissioner_transfer_due(
        moved_on=date(2026, 6, 1), became_aware_on=date(2026, 5, 8)
    ).due_on == date(2026, 6, 1)


def test_told_late_the_health_body_has_fifteen_working_days_from_then():
    assert commissioner_transfer_due(
        moved_on=date(2026, 6, 1), became_aware_on=date(2026, 5, 28)
    ).due_on == date(2026, 6, 17)
