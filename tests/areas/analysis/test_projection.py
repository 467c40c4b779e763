"""A look ahead with a range that was tried on the past first, worked by hand."""

import random

import pytest

from goldenthread.analysis.statistics.projection import Projection, TooFewPeriods, Way, project


def test_so_few_periods_allow_no_try():
    """Twelve are seen before the first try; eight tries of six months ahead need 12 + 6 + 7."""
    assert project([50.0] * 24, 6) == TooFewPeriods(24, 25)
    assert isinstance(project([50.0] * 25, 6), Projection)


def test_a_straight_line_goes_on():
    """2 a month, the last value 78: three months on it is 84, without any error."""
    found = project([2.0 * place for place in range(40)], 3)
    assert isinstance(found, Projection)
    assert found.way is Way.GOES_ON
    assert (found.estimate, found.low, found.high) == pytest.approx((84, 84, 84))
    assert (found.tries, found.held) == (26, 26)


def test_what_only_varies_stays_where_it_was():
    """It alternates between 40 and 60: half a year is 50, and every try errs by 10."""
    found = project([40.0 + 20 * (place % 2) for place in range(40)], 4)
    assert isinstance(found, Projection)
    assert found.way is Way.STAYS
    assert (found.estimate, found.low, found.high) == pytest.approx((50, 40, 60))


def test_a_share_stays_within_a_hundred():
    found = project([float(min(100, 60 + 2 * place)) for place in range(40)], 6, lowest=0, highest=100)
    assert isinstance(found, Projection)
    assert found.high <= 100


def test_what_has_happened_is_not_forecast():
    with pytest.raises(ValueError, match="ahead"):
        project([1.0] * 40, 0)


def test_the_range_holds_about_as_often_as_it_says():
    """Of 300 walks by chance, the value six months on lies in the range of 80% in most."""
    dice, held = random.Random(1), 0
    for _ in range(300):
        values = [50 + dice.gauss(0, 5) for _ in range(48)]
        found = project(values[:42], 6)
        assert isinstance(found, Projection)
        held += found.low <= values[47] <= found.high
    assert 0.72 < held / 300 < 0.92
