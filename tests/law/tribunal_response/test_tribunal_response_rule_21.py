"""Respond to an appeal: rule 21."""

from datetime import date

from goldenthread.rules.timetable.appeals import tribunal_response_due


def test_august_does_not_count_towards_thirty_working_days():
    assert tribunal_response_due(appeal_sent_to_council_on=date(2026, 7, 10)).due_on == date(2026, 9, 21)


def test_christmas_and_new_year_do_not_count_either():
    assert tribunal_response_due(appeal_sent_to_council_on=date(2026, 12, 1)).due_on == date(2027, 1, 20)
