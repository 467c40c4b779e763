"""Twenty-fifth birthday: section 83."""

from datetime import date

from goldenthread.rules.timetable.age import twenty_fifth_birthday_due


def test_someone_is_a_young_person_until_twenty_five():
    assert twenty_fifth_birthday_due(born_on=date(2001, 11, 5)).due_on == date(2026, 11, 5)
