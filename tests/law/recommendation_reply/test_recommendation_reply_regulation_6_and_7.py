"""Reply to a recommendation about health or social care: regulation 6 and 7."""

from datetime import date

from goldenthread.rules.timetable.recommendations import recommendation_reply_due


def test_the_reply_follows_within_five_weeks_and_cautiously_a_day_less():
    due = recommendation_reply_due(recommendation_dated_on=date(2026, 9, 18))
    assert due.due_on == date(2026, 10, 23)
    assert due.alternative_on == date(2026, 10, 22)
