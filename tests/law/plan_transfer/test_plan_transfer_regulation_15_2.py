"""Transfer the plan to the new authority: regulation 15(2)."""

from datetime import date

from goldenthread.rules.timetable.moves import plan_transfer_due


def test_with_fifteen_working_days_of_warning_the_plan_goes_on_the_day_of_the_move():
    assert plan_transfer_due(moved_on=date(2026, 6, 1), became_aware_on=date(2026, 5, 8)).due_on == date(
        2026, 6, 1
    )


def test_with_fourteen_working_days_of_warning_the_fifteenth_is_the_day_of_the_move():
    assert plan_transfer_due(moved_on=date(2026, 6, 1), became_aware_on=date(2026, 5, 11)).due_on == date(
        2026, 6, 1
    )


def test_told_days_before_the_move_the_old_authority_has_fifteen_working_days_from_then():
    assert plan_transfer_due(moved_on=date(2026, 6, 1), became_aware_on=date(2026, 5, 28)).due_on == date(
        2026, 6, 17
    )


def test_told_after_a_move_in_december_the_bank_holidays_are_not_counted():
    assert plan_transfer_due(moved_on=date(2026, 12, 12), became_aware_on=date(2026, 12, 14)).due_on == date(
        2027, 1, 6
    )
