"""Do what the tribunal ordered for a detained person: section 73."""

from datetime import date

from goldenthread.rules.timetable.detained import detained_tribunal_order_due


def test_two_weeks_from_the_order():
    assert detained_tribunal_order_due(order_made_on=date(2026, 9, 18)).due_on == date(2026, 10, 2)
