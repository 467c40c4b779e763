"""Today is London's today."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.audit import clock


@pytest.fixture
def at():
    def set_to(*moment):
        clock.told_by(lambda: datetime(*moment, tzinfo=UTC))

    yield set_to
    clock.told_by(None)


def test_half_past_eleven_at_night_in_july_by_universal_time_is_tomorrow_in_london(at):
    at(2025, 7, 14, 23, 30)
    assert clock.today() == date(2025, 7, 15)


def test_half_past_eleven_at_night_in_january_is_still_today_in_london(at):
    at(2025, 1, 14, 23, 30)
    assert clock.today() == date(2025, 1, 14)


def test_a_day_that_stands_still_keeps_its_hands_moving():
    clock.told_by(clock.always_on(date(2025, 2, 3)))
    try:
        assert clock.today() == date(2025, 2, 3)
        assert clock.now() <= clock.now()
        assert clock.now().tzinfo is not None
    finally:
        clock.told_by(None)


def test_the_real_clock_tells_this_day():
    assert clock.now().tzinfo is not None
    assert abs((clock.today() - datetime.now(UTC).date()).days) <= 1
