"""Appeal to the tribunal: rule 20(1)(c)."""

from datetime import date

from goldenthread.rules.timetable.appeals import appeal_due


def test_the_certificate_limb_is_later():
    due = appeal_due(decision_sent_on=date(2026, 3, 2), certificate_issued_on=date(2026, 4, 20))
    assert due.raw_on == date(2026, 5, 20)
    assert due.due_on == date(2026, 5, 20)


def test_there_is_no_31_february_and_saturday_rolls_to_monday():
    due = appeal_due(decision_sent_on=date(2025, 12, 31))
    assert due.raw_on == date(2026, 2, 28)
    assert due.due_on == date(2026, 3, 2)


def test_an_end_in_august_moves_to_the_first_working_day_of_september():
    due = appeal_due(decision_sent_on=date(2026, 6, 15))
    assert due.raw_on == date(2026, 8, 15)
    assert due.due_on == date(2026, 9, 1)


def test_a_certificate_limb_that_ends_at_christmas_moves_past_it():
    due = appeal_due(decision_sent_on=date(2026, 10, 1), certificate_issued_on=date(2026, 11, 29))
    assert due.raw_on == date(2026, 12, 29)
    assert due.due_on == date(2027, 1, 4)


def test_an_end_on_new_years_day_moves_to_the_next_working_day():
    due = appeal_due(decision_sent_on=date(2026, 11, 1))
    assert due.raw_on == date(2027, 1, 1)
    assert due.due_on == date(2027, 1, 4)


def test_a_month_from_30_june_ends_on_30_july():
    due = appeal_due(decision_sent_on=date(2026, 4, 30), certificate_issued_on=date(2026, 6, 30))
    assert due.raw_on == date(2026, 7, 30)
    assert due.due_on == date(2026, 7, 30)


def test_a_certificate_whose_month_ends_first_changes_nothing():
    due = appeal_due(decision_sent_on=date(2026, 3, 2), certificate_issued_on=date(2026, 3, 10))
    assert due.raw_on == date(2026, 5, 2)
    assert due.due_on == date(2026, 5, 5)


def test_an_appeal_only_about_section_i_has_the_two_months_alone():
    due = appeal_due(
        decision_sent_on=date(2026, 3, 2), certificate_issued_on=date(2026, 4, 20), section_i_only=True
    )
    assert due.raw_on == date(2026, 5, 2)
    assert due.due_on == date(2026, 5, 5)


def test_a_saturday_at_the_end_of_july_rolls_into_august_on_the_literal_reading():
    due = appeal_due(decision_sent_on=date(2027, 5, 31))
    assert due.raw_on == date(2027, 7, 31)
    assert due.due_on == date(2027, 8, 2)
    assert due.alternative_on == date(2027, 9, 1)
