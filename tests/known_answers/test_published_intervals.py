"""Intervals against published tables and, where there is none, an independent library."""

from math import sqrt

import pytest
from scipy.stats import quantile_test, ttest_1samp

from goldenthread.analysis.statistics.proportions import difference, mean, percentile, ratio, share


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_that_of_newcombes_table(part, whole, low, high):
    """Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 3."""
    found = share(part, whole)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090)],
)
def test_a_difference_is_that_of_newcombes_table(first, second, low, high):
    """Newcombe 1998, Statistics in Medicine 17: 873-890, table II, method 10."""
    found = difference(first, second)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_a_ratio_is_that_of_the_aspirin_trial():
    """Physicians' Health Study, as in Agresti, Categorical Data Analysis: 189/11034 and 104/11037 give
    1.82, 95% from 1.43 to 2.31 (heart attacks on placebo and on aspirin)."""
    found = ratio((189, 11034), (104, 11037))
    assert (found.estimate, found.low, found.high) == pytest.approx((1.82, 1.43, 2.31), abs=5e-3)


@pytest.mark.parametrize("count", [6, 10, 16, 25, 60])
@pytest.mark.parametrize("fraction", [0.5, 0.9])
def test_a_percentile_lies_between_the_order_statistics_that_scipy_gives(count, fraction):
    values = [float(7 * place % 61) for place in range(count)]
    ours = percentile(values, fraction)
    theirs = quantile_test(values, p=fraction).confidence_interval(0.95)
    open_sides = {None: float("nan")}
    assert [open_sides.get(one, one) for one in (ours.low, ours.high)] == pytest.approx(
        [theirs.low, theirs.high], nan_ok=True
    )


def test_a_mean_has_students_interval():
    values = [3.0, 8.0, 9.5, 12.0, 4.0]
    theirs = ttest_1samp(values, 0).confidence_interval(0.95)
    ours = mean(values)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high))


def wilson(part, whole):
    """Wilson's score interval, its formula written out (Newcombe 1998, method 3)."""
    z = 1.959963984540054
    p, middle, spread = part / whole, part + z * z / 2, z * sqrt(part * (1 - part / whole) + z * z / 4)
    return p, (middle - spread) / (whole + z * z), (middle + spread) / (whole + z * z)


@pytest.mark.parametrize(("first", "second"), [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((5, 56), (0, 29))])
def test_the_intervals_follow_from_the_formulas_written_out(first, second):
    """Newcombe's tables could not be opened again: his formulas, without any library."""
    (p, low, high), (q, below, above) = wilson(*first), wilson(*second)
    one = share(*first)
    assert (one.low, one.high) == pytest.approx((low, high), abs=1e-9)
    found = difference(first, second)
    down, up = sqrt((p - low) ** 2 + (above - q) ** 2), sqrt((high - p) ** 2 + (q - below) ** 2)
    assert (found.low, found.high) == pytest.approx((p - q - down, p - q + up), abs=1e-9)
