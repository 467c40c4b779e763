"""Comment on the proposed amendments: regulation 22(2)(c)."""

from datetime import date

from goldenthread.rules.timetable.review import amendment_representations_due


def test_the_window_is_fifteen_days_beginning_with_service_of_the_notice():
    assert amendment_representations_due(amendment_notice_served_on=date(2026, 12, 3)).due_on == date(
        2026, 12, 17
    )
