"""Review a transferred plan: regulation 15(5)(a)."""

from datetime import date

from goldenthread.rules.timetable.moves import review_after_transfer_due


def test_the_twelve_month_limb_is_later_for_a_recent_review():
    assert review_after_transfer_due(
        plan_transferred_on=date(2026, 6, 1), made_or_last_reviewed_on=date(2026, 2, 10)
    ).due_on == date(2027, 2, 9)


def test_the_three_month_limb_is_later_for_an_old_review():
    assert review_after_transfer_due(
        plan_transferred_on=date(2026, 6, 1), made_or_last_reviewed_on=date(2025, 7, 1)
    ).due_on == date(2026, 8, 31)
