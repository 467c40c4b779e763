"""Last day to which a plan may be kept at 25: section 83."""

from datetime import date

from goldenthread.rules.timetable.age import Attends, plan_kept_at_25_due


def test_in_a_sixth_form_the_plan_may_be_kept_to_the_end_of_july():
    due = plan_kept_at_25_due(born_on=date(2001, 11, 5), attends=Attends.OTHER)
    assert due.due_on == date(2027, 7, 31)
    assert due.alternative_on == date(2027, 11, 4)


def test_in_further_education_it_may_be_kept_to_the_day_before_the_twenty_sixth_birthday():
    due = plan_kept_at_25_due(born_on=date(2001, 11, 5), attends=Attends.FURTHER_EDUCATION)
    assert due.due_on == date(2027, 11, 4)
    assert due.alternative_on == date(2027, 7, 31)


def test_a_course_that_ends_sooner_ends_it_sooner():
    assert plan_kept_at_25_due(
        born_on=date(2001, 11, 5), attends=Attends.FURTHER_EDUCATION, course_ends_on=date(2027, 6, 18)
    ).due_on == date(2027, 6, 18)


def test_a_course_that_ends_later_is_cut_at_the_twenty_sixth_birthday():
    assert plan_kept_at_25_due(born_on=date(2001, 11, 5), course_ends_on=date(2028, 1, 18)).due_on == date(
        2027, 11, 4
    )


def test_a_course_that_ended_before_the_birthday_does_not_end_the_plan_before_it():
    assert plan_kept_at_25_due(born_on=date(2001, 11, 5), course_ends_on=date(2026, 7, 18)).due_on == date(
        2026, 11, 5
    )


def test_turning_25_on_the_last_of_july_the_academic_year_ends_that_day():
    assert plan_kept_at_25_due(born_on=date(2001, 7, 31)).due_on == date(2026, 7, 31)


def test_turning_25_on_the_first_of_august_a_whole_year_follows():
    due = plan_kept_at_25_due(born_on=date(2001, 8, 1))
    assert due.due_on == date(2027, 7, 31)
    assert due.alternative_on == date(2027, 7, 31)
