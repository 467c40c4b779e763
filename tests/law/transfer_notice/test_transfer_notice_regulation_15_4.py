"""Tell the family after the transfer: regulation 15(4)."""

from datetime import date

from goldenthread.rules.timetable.moves import transfer_notice_due


def test_the_new_authority_tells_the_family_within_six_weeks():
    assert transfer_notice_due(plan_transferred_on=date(2026, 6, 1)).due_on == date(2026, 7, 13)
