"""The conventions C1 to C8, each by the name of its function."""

from datetime import date

import pytest

from goldenthread.rules import counting
from goldenthread.rules.calendars import OutsideKnownCalendar


def test_c1_within_counts_the_event_as_day_0():
    assert counting.within_weeks(date(2026, 1, 5), 20) == date(2026, 5, 25)
    assert counting.within_days(date(2026, 4, 20), 15) == date(2026, 5, 5)


def test_c1_in_months_is_the_corresponding_date_or_the_last_of_the_month():
    assert counting.corresponding_date(date(2025, 12, 31), 2) == date(2026, 2, 28)
    assert counting.corresponding_date(date(2023, 12, 31), 2) == date(2024, 2, 29)
    assert counting.corresponding_date(date(2026, 10, 15), 3) == date(2027, 1, 15)
    assert counting.corresponding_date(date(2026, 11, 30), 1) == date(2026, 12, 30)
    assert counting.corresponding_date(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_c2_beginning_with_counts_the_event_as_day_1():
    assert counting.days_beginning_with(date(2026, 4, 20), 15) == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("event", "months", "last"),
    [
        (date(2026, 3, 2), 12, date(2027, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2026, 4, 1), 3, date(2026, 6, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 1, 1), 12, date(2026, 12, 31)),
    ],
)
def test_c3_months_beginning_with_end_the_day_before_the_same_date(event, months, last):
    assert counting.months_beginning_with(event, months) == last


@pytest.mark.parametrize(
    ("end", "received_by"),
    [
        (date(2026, 5, 20), date(2026, 5, 20)),
        (date(2026, 2, 28), date(2026, 3, 2)),
        (date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 8, 1), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2027, 7, 31), date(2027, 8, 2)),
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 25), date(2027, 1, 4)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 1, 2), date(2027, 1, 4)),
        (date(2022, 12, 24), date(2022, 12, 28)),
    ],
)
def test_c4_an_appeal_period_ends_on_a_working_day_and_not_in_the_recess(end, received_by):
    assert counting.appeal_received_by(end) == received_by


@pytest.mark.parametrize(
    ("day", "recess"),
    [
        (date(2026, 7, 31), False),
        (date(2026, 8, 1), True),
        (date(2026, 8, 31), True),
        (date(2026, 9, 1), False),
        (date(2026, 12, 24), False),
        (date(2026, 12, 25), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 2), False),
        (date(2026, 11, 25), False),
        (date(2026, 2, 1), False),
    ],
)
def test_c4_the_recess_is_august_and_christmas(day, recess):
    assert counting.in_tribunal_recess(day) is recess


def test_c4_other_acts_skip_the_recess():
    assert counting.within_tribunal_working_days(date(2026, 7, 10), 30) == date(2026, 9, 21)
    assert counting.within_tribunal_working_days(date(2026, 7, 31), 1) == date(2026, 9, 1)


def test_c4_the_first_working_day_after_the_recess():
    assert counting.first_working_day_after_recess(date(2027, 8, 2)) == date(2027, 9, 1)
    assert counting.first_working_day_after_recess(date(2026, 12, 28)) == date(2027, 1, 4)


def test_c5_working_days_beginning_with_the_event():
    assert counting.working_days_beginning_with(date(2026, 5, 28), 15) == date(2026, 6, 17)
    assert counting.working_days_beginning_with(date(2026, 12, 14), 15) == date(2027, 1, 6)


def test_c5_awareness_on_a_sunday_counts_from_monday():
    assert counting.working_days_beginning_with(date(2026, 6, 7), 1) == date(2026, 6, 8)


def test_working_days_from_the_day_after():
    assert counting.within_working_days(date(2026, 4, 1), 3) == date(2026, 4, 8)
    assert counting.within_working_days(date(2026, 3, 6), 3) == date(2026, 3, 11)


def test_working_days_back_from_a_day():
    assert counting.working_days_before(date(2026, 6, 1), 15) == date(2026, 5, 8)
    assert counting.working_days_before(date(2026, 6, 6), 15) == date(2026, 5, 15)


def test_c7_before_is_the_day_before():
    assert counting.before(date(2027, 2, 15)) == date(2027, 2, 14)


def test_c8_at_least_before_counts_back():
    assert counting.days_before(date(2026, 11, 5), 14) == date(2026, 10, 22)
    assert counting.months_before(date(2027, 9, 1), 5) == date(2027, 4, 1)


def test_working_days_beyond_the_known_calendar_are_refused():
    with pytest.raises(OutsideKnownCalendar):
        counting.within_working_days(date(2028, 12, 27), 3)


def test_a_way_of_counting_reads_as_its_convention_and_its_words():
    assert str(counting.Counting.WITHIN).startswith("C1: the day of the event is day 0;")
    conventions = [way.convention for way in counting.Counting]
    assert len(set(conventions)) == len(conventions)
