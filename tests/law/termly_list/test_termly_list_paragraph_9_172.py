"""List the plans due for review next term: paragraph 9.172."""

from datetime import date

from goldenthread.rules.timetable.review import termly_list_due


def test_the_list_goes_out_two_weeks_before_term():
    due = termly_list_due(term_starts_on=date(2026, 9, 3))
    assert due.due_on == date(2026, 8, 20)
    assert due.alternative_on == date(2026, 8, 19)
