"""Tell the new commissioning body without a move between authorities: regulation 16."""

from datetime import date

from goldenthread.rules.timetable.moves import commissioner_change_due


def test_fifteen_working_days_run_from_the_day_after_awareness_cautiously_from_the_day_itself():
    due = commissioner_change_due(became_aware_on=date(2026, 5, 28))
    assert due.due_on == date(2026, 6, 18)
    assert due.alternative_on == date(2026, 6, 17)
