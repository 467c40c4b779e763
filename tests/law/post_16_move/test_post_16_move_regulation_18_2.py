"""Review and amend the plan before a move between post-16 institutions: regulation 18(2)."""

from datetime import date

from goldenthread.rules.timetable.phase_transfer import post_16_move_due


def test_a_move_between_colleges_needs_five_months():
    due = post_16_move_due(transfer_on=date(2027, 9, 1))
    assert due.due_on == date(2027, 4, 1)
    assert due.alternative_on is None


def test_five_months_before_the_end_of_july_is_the_end_of_february():
    assert post_16_move_due(transfer_on=date(2027, 7, 31)).due_on == date(2027, 2, 28)
