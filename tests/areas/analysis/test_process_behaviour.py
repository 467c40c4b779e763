"""A chart says better, worse, no change or too few, and never more than its points allow."""

import pytest

from goldenthread.analysis.statistics.natural_limits import carried_to, carried_to_shares
from goldenthread.analysis.statistics.polarity import Direction, Polarity
from goldenthread.analysis.statistics.process_behaviour import (
    Standing,
    Step,
    chart_against,
    chart_of,
    chart_of_shares,
)
from goldenthread.analysis.statistics.signal_rules import WHEELER, Rule, near_limits

UP = Polarity.HIGHER_IS_BETTER
DOWN = Polarity.LOWER_IS_BETTER
STEADY = [10.0, 12.0, 9.0, 11.0, 10.5, 9.5, 11.5, 10.0, 12.0, 9.0, 11.0, 10.0]


def test_a_steady_series_gives_no_verdict():
    chart = chart_of(STEADY, UP)
    assert not chart.signals
    assert chart.standing is Standing.NO_CHANGE
    assert "No signal" in chart.words


def test_eleven_periods_are_too_few_to_say_however_they_look():
    chart = chart_of([*STEADY[:10], 90.0], UP)
    assert chart.standing is Standing.TOO_FEW
    assert not chart.signals
    assert "11 of the 12" in chart.words


def test_a_point_far_out_is_better_or_worse_by_the_measures_direction():
    values = [*STEADY, 30.0]
    assert chart_of(values, UP).standing is Standing.BETTER
    assert chart_of(values, DOWN).standing is Standing.WORSE
    assert chart_of(values, Polarity.NEITHER).standing is Standing.CHANGED


def test_seven_periods_on_one_side_are_a_shift_and_six_are_none():
    low, high = [12.0, 8.0] * 7, [13.0, 14.0] * 3
    six = chart_of([*low, *high], UP)
    seven = chart_of([*low, *high, 13.5], UP)
    assert Rule.SHIFT not in {signal.rule for signal in six.signals}
    shift = next(signal for signal in seven.signals if signal.rule is Rule.SHIFT)
    assert shift.points == tuple(range(14, 21))
    assert shift.direction is Direction.BETTER


def test_seven_rising_periods_are_a_trend():
    chart = chart_of([*STEADY, 8.0, 8.5, 9.2, 9.8, 10.4, 11.0, 11.9], DOWN)
    trend = next(signal for signal in chart.signals if signal.rule is Rule.TREND)
    assert len(trend.points) == 7
    assert trend.direction is Direction.WORSE


def test_a_gap_breaks_a_run_and_takes_no_moving_range():
    run = [13.0, 14.0, 13.5, None, 13.0, 14.0, 13.5, 13.0]
    chart = chart_of([*[12.0, 8.0] * 7, *run], UP)
    assert Rule.SHIFT not in {signal.rule for signal in chart.signals}
    ranges = chart.stretches[0].limits.ranges
    assert ranges[17] is None
    assert ranges[18] is None


def test_two_of_three_near_a_limit_need_the_third_on_their_side():
    """As NHSRplotthedots tests it: opposite sides are common cause."""
    chart = chart_of([*[1.0, -1.0] * 7, 5.5, -5.5], UP)
    assert Rule.NEAR_LIMIT not in {signal.rule for signal in chart.signals}
    rules = chart.rules
    assert near_limits([0.1, 2.5, 0.1, 2.4, 0.1], rules) == [((1, 3), 1)]
    assert near_limits([0.1, 2.5, -0.1, 2.4, 0.1], rules) == []
    assert near_limits([0.1, 1.6, -0.1, 1.7, 2.0], WHEELER) == [((1, 3, 4), 1)]


def test_a_step_change_starts_new_limits_and_needs_a_reason():
    values = [*STEADY, *(value + 20 for value in STEADY)]
    whole = chart_of(values, UP)
    stepped = chart_of(values, UP, steps=[Step(12, "Nine more case officers began")])
    assert whole.standing is Standing.BETTER
    assert stepped.standing is Standing.NO_CHANGE
    assert [stretch.because for stretch in stepped.stretches] == [None, "Nine more case officers began"]
    with pytest.raises(ValueError, match="reason"):
        Step(12, "  ")


def test_a_step_cannot_be_declared_to_hide_recent_trouble():
    """A step resets the limits, so what follows it says nothing until there are enough periods."""
    values = [*STEADY, 30.0, 31.0]
    chart = chart_of(values, DOWN, steps=[Step(12, "We changed how we count")])
    assert chart.standing is Standing.TOO_FEW


@pytest.mark.parametrize("starts", [[0], [24], [15, 15], [16, 12]])
def test_steps_out_of_place_are_refused(starts):
    with pytest.raises(ValueError, match="steps"):
        chart_of(STEADY * 2, UP, steps=[Step(start, "Because") for start in starts])


def test_shares_of_equal_denominators_are_the_xmr_chart_of_the_shares():
    counts = [41, 44, 39, 47, 42, 40, 45, 43, 38, 46, 44, 41]
    ours = chart_of_shares(counts, [100] * 12, UP).stretches[0].limits
    xmr = chart_of([count / 100 for count in counts], UP).stretches[0].limits
    assert ours.centre == pytest.approx(xmr.centre)
    assert ours.upper == pytest.approx(xmr.upper)


def test_limits_of_shares_are_wider_where_fewer_children_are():
    counts, of = [41, 44, 39, 47, 42, 40, 45, 43, 38, 46, 44, 4], [100] * 11 + [10]
    limits = chart_of_shares(counts, of, UP).stretches[0].limits
    assert limits.upper[-1] - limits.lower[-1] > 2 * (limits.upper[0] - limits.lower[0])
    assert all(0 <= low <= high <= 1 for low, high in zip(limits.lower, limits.upper, strict=True))


@pytest.mark.parametrize("constant", [0, 100])
def test_shares_that_never_vary_signal_nothing(constant):
    chart = chart_of_shares([constant] * 14, [100] * 14, UP)
    assert not chart.signals


def test_a_month_without_children_has_no_share():
    chart = chart_of_shares([5, 0, None, *[6, 5] * 8], [10, 0, None, *[10, 11] * 8], UP)
    assert chart.values[1] is None
    assert chart.values[2] is None
    assert chart.standing is Standing.NO_CHANGE


def test_later_figures_are_judged_against_earlier_limits():
    before = chart_of(STEADY, UP).stretches[0].limits
    later = [2.0, 2.5, 1.0]
    chart = chart_against(later, carried_to(before, later), UP)
    assert chart.standing is Standing.WORSE
    shares = chart_of_shares([50, 48] * 8, [100] * 16, UP).stretches[0].limits
    small = carried_to_shares(shares, [1, 2], [4, 4])
    assert small.upper[0] == 1.0 or small.upper[0] > shares.upper[0]


def test_sentences_name_the_periods():
    labels = [f"month {number}" for number in range(1, 14)]
    chart = chart_of([*STEADY, 30.0], UP, labels=labels)
    assert "Month 13 is above the limits" in chart.words
    assert chart.words.endswith("a change for the better.")
    with pytest.raises(ValueError, match="labels"):
        chart_of(STEADY, UP, labels=["one"])


def test_an_empty_or_lonely_series_is_too_few_to_say():
    assert chart_of([], UP).standing is Standing.TOO_FEW
    assert chart_of([None, 3.0, None], UP).standing is Standing.TOO_FEW
