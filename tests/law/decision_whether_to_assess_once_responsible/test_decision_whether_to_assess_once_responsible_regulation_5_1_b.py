"""Decide whether to assess, once responsible: regulation 5(1)(b)."""

from datetime import date

from goldenthread.rules.timetable.responsibility import decision_whether_to_assess_once_responsible_due


def test_the_clock_runs_from_becoming_responsible_and_cautiously_from_the_letter():
    due = decision_whether_to_assess_once_responsible_due(
        became_responsible_on=date(2026, 3, 5), brought_to_notice_on=date(2026, 3, 2)
    )
    assert due.due_on == date(2026, 4, 16)
    assert due.alternative_on == date(2026, 4, 13)


def test_without_a_letter_the_cautious_day_counts_the_event_as_day_1():
    due = decision_whether_to_assess_once_responsible_due(became_responsible_on=date(2026, 3, 5))
    assert due.due_on == date(2026, 4, 16)
    assert due.alternative_on == date(2026, 4, 15)


def test_a_letter_on_the_day_itself_adds_no_other_reading():
    due = decision_whether_to_assess_once_responsible_due(
        became_responsible_on=date(2026, 3, 5), brought_to_notice_on=date(2026, 3, 5)
    )
    assert due.due_on == date(2026, 4, 16)
    assert due.alternative_on == date(2026, 4, 15)
