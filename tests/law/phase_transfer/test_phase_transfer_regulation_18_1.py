"""Review and amend the plan before a phase transfer: regulation 18(1)."""

from datetime import date

from goldenthread.rules.timetable.phase_transfer import Phase, phase_transfer_due


def test_the_plan_of_a_primary_pupil_moving_in_2025_is_amended_strictly_before_the_date():
    due = phase_transfer_due(phase=Phase.PRIMARY_TO_SECONDARY, transfer_year=2025)
    assert due.due_on == date(2025, 2, 14)
    assert due.raw_on == date(2025, 2, 14)
    assert due.alternative_on == date(2025, 2, 15)
    assert due.tightest_on == date(2025, 2, 14)


def test_the_plan_of_a_primary_pupil_moving_in_2027_on_a_sunday_is_amended_strictly_before_the_date():
    due = phase_transfer_due(phase=Phase.PRIMARY_TO_SECONDARY, transfer_year=2027)
    assert due.due_on == date(2027, 2, 14)
    assert due.raw_on == date(2027, 2, 14)
    assert due.alternative_on == date(2027, 2, 15)
    assert due.tightest_on == date(2027, 2, 14)


def test_the_plan_of_a_child_starting_school_is_amended_strictly_before_the_date():
    due = phase_transfer_due(phase=Phase.EARLY_YEARS_TO_SCHOOL, transfer_year=2026)
    assert due.due_on == date(2026, 2, 14)
    assert due.raw_on == date(2026, 2, 14)
    assert due.alternative_on == date(2026, 2, 15)
    assert due.tightest_on == date(2026, 2, 14)


def test_the_plan_of_a_pupil_moving_to_post_16_is_amended_strictly_before_the_date():
    due = phase_transfer_due(phase=Phase.SECONDARY_TO_POST_16, transfer_year=2026)
    assert due.due_on == date(2026, 3, 30)
    assert due.raw_on == date(2026, 3, 30)
    assert due.alternative_on == date(2026, 3, 31)
    assert due.tightest_on == date(2026, 3, 30)
