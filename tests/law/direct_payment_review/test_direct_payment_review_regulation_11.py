"""First review of direct payments: regulation 11."""

from datetime import date

from goldenthread.rules.timetable.personal_budgets import direct_payment_review_due


def test_direct_payments_are_first_reviewed_within_three_months_beginning_with_the_first():
    assert direct_payment_review_due(first_payment_made_on=date(2026, 4, 1)).due_on == date(2026, 6, 30)
