"""Comment on a detained person's draft plan: regulation 13(1)."""

from datetime import date

from goldenthread.rules.timetable.detained import detained_representations_due


def test_the_window_begins_with_service():
    assert detained_representations_due(draft_served_on=date(2026, 4, 20)).due_on == date(2026, 5, 4)
