"""Today is London's today."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.audit import clock


@pytest.fixture
def at(clock_told_by):
    return lambda *moment: clock_told_by(lambda: datetime(*moment, tzinfo=UTC))


def test_half_past_eleven_at_night_in_july_by_universal_time_is_tomorrow_in_london(at):
    at(2025, 7, 14, 23, 30)
    assert clock.today() == date(2025, 7, 15)


def test_half_past_eleven_at_night_in_january_is_still_today_in_london(at):
    at(2025, 1, 14, 23, 30)
    assert clock.today() == date(2025, 1, 14)


def test_a_day_that_stands_still_keeps_its_hands_moving(always_on):
    always_on(date(2025, 2, 3))
    assert clock.today() == date(2025, 2, 3)
    assert clock.now() <= clock.now()
    assert clock.now().tzinfo is not None


def test_without_a_source_the_clock_is_the_real_one(clock_told_by):
    clock_told_by(clock.now)  # puts the clock back after the test
    clock.told_by(None)
    assert abs((clock.today() - datetime.now(UTC).date()).days) <= 1
