"""Working days in England and Wales, and the end of what we know."""

from datetime import date

import pytest

from goldenthread.rules.calendars import (
    KNOWN_FROM,
    KNOWN_UNTIL,
    OutsideKnownCalendar,
    calendar_warning,
    first_working_day_from,
    is_working_day,
)


def test_a_plain_monday_is_a_working_day():
    assert is_working_day(date(2026, 1, 5))


@pytest.mark.parametrize("day", [date(2026, 1, 3), date(2026, 1, 4)])
def test_a_weekend_is_not(day):
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 28),  # Boxing Day falls on a Saturday
        date(2027, 12, 27),
        date(2028, 1, 3),
        date(2022, 6, 3),  # the Platinum Jubilee
        date(2022, 9, 19),  # the State Funeral
        date(2023, 5, 8),  # the Coronation
        date(2020, 5, 8),  # moved for VE Day
    ],
)
def test_a_substitute_or_proclaimed_bank_holiday_is_not(day):
    assert not is_working_day(day)


def test_the_early_may_monday_that_was_moved_in_2020_was_a_working_day():
    assert is_working_day(date(2020, 5, 4))


def test_the_first_and_last_known_days_are_answered():
    assert not is_working_day(KNOWN_FROM)
    assert is_working_day(KNOWN_UNTIL) is (KNOWN_UNTIL.weekday() < 5)


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2029, 1, 1)])
def test_a_day_beyond_the_known_calendar_is_refused_and_named(day):
    with pytest.raises(OutsideKnownCalendar, match=f"2012-01-01 to 2028-12-31.*{day.isoformat()}"):
        is_working_day(day)


def test_the_first_working_day_after_easter_friday_is_tuesday():
    assert first_working_day_from(date(2026, 4, 3)) == date(2026, 4, 7)


def test_a_working_day_is_its_own_first_working_day():
    assert first_working_day_from(date(2026, 4, 2)) == date(2026, 4, 2)


def test_no_warning_while_a_year_or_more_is_known():
    assert calendar_warning(date(2028, 1, 1)) is None


def test_a_warning_comes_a_year_before_the_end():
    warning = calendar_warning(date(2028, 1, 2))
    assert warning is not None
    assert "2028-12-31" in warning
    assert "https://www.gov.uk/bank-holidays" in warning
