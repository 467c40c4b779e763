"""Pass replies to recommendations to the Department for Education: regulation 7."""

from datetime import date

from goldenthread.rules.timetable.recommendations import recommendation_reply_passed_on_due


def test_the_reply_is_passed_on_within_a_week():
    assert recommendation_reply_passed_on_due(reply_received_on=date(2026, 10, 23)).due_on == date(
        2026, 10, 30
    )
