"""Laws of the statistics: what holds whatever the numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis.disclosure import Rule
from goldenthread.analysis.disclosure.attack import bounds
from goldenthread.analysis.disclosure.suppression import protect
from goldenthread.analysis.disclosure.tables import crossed
from goldenthread.analysis.statistics.funnel import Unit, funnel_of_shares
from goldenthread.analysis.statistics.incidence import Asked, Outcome, experience, experience_now
from goldenthread.analysis.statistics.polarity import Direction, Polarity
from goldenthread.analysis.statistics.process_behaviour import FEWEST_POINTS, Standing, chart_of
from goldenthread.analysis.statistics.proportions import percentile, share

quick = settings(max_examples=25, deadline=None)
DAY = date(2025, 11, 3)
SERIES = st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=40)
CASES = st.lists(
    st.tuples(st.integers(0, 700), st.integers(0, 500), st.sampled_from([None, *Outcome])), max_size=40
)
OPPOSITE = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}


def asked(cases):
    found = []
    for ago, took, outcome in cases:
        start = DAY - timedelta(days=ago)
        found.append(Asked(start) if outcome is None else Asked(start, start + timedelta(days=took), outcome))
    return found


@quick
@given(SERIES)
def test_what_is_better_one_way_is_worse_the_other(values):
    up, down = (chart_of(values, one) for one in (Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER))
    assert [OPPOSITE[one.direction] for one in up.signals] == [one.direction for one in down.signals]


@quick
@given(SERIES)
def test_no_verdict_without_a_signal_and_no_signal_without_enough_points(values):
    chart = chart_of(values, Polarity.HIGHER_IS_BETTER)
    if sum(value is not None for value in values) < FEWEST_POINTS:
        assert not chart.signals
    if not chart.signals:
        assert chart.standing in (Standing.NO_CHANGE, Standing.TOO_FEW)
    assert all(values[point] is not None for signal in chart.signals for point in signal.points)


@quick
@given(CASES)
def test_ends_and_those_who_wait_are_everybody_on_every_day(cases):
    for found in (experience(asked(cases), DAY), experience_now(asked(cases), DAY)):
        if found is None:
            continue
        before = 0.0
        for day in (0, 40, 140, 300, 500):
            if not found.is_known_at(day):
                continue
            shares = [found.probability(day, outcome) for outcome in Outcome]
            assert sum(one.estimate for one in shares) + found.still_waiting(day) == pytest.approx(1)
            assert all(one.low - 1e-9 <= one.estimate <= one.high + 1e-9 for one in shares)
            assert shares[0].estimate >= before - 1e-9
            before = shares[0].estimate


@pytest.mark.slow
@quick
@given(st.lists(st.integers(0, 12), min_size=6, max_size=6), st.integers(2, 6))
def test_a_table_ready_for_release_gives_no_hidden_count_away(counts, width):
    places = ("coast", "east", "town")
    leaves = {(place, side): counts[2 * row + column] for row, place in enumerate(places)
              for column, side in enumerate(("in time", "late"))}  # fmt: skip
    table = crossed(leaves, [dict.fromkeys(places, "area"), dict.fromkeys(("in time", "late"), "issued")])
    safe = protect(table, Rule(threshold=5, width=width))
    assert all(count is None or count == table.counts[cell] for cell, count in safe.shown.items())
    assert all(count is None or not 0 < count < 5 for count in safe.shown.values())
    assert safe.is_safe
    for low, high in bounds(table, set(safe.why)).values():
        assert high - low >= width - 1e-6


@quick
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=15))
def test_limits_hold_the_common_figure_and_stay_possible(pairs):
    funnel = funnel_of_shares([Unit(str(place), min(pair), max(pair)) for place, pair in enumerate(pairs)])
    for unit in funnel.units:
        near, far = unit.limits
        assert 0 <= far.lower <= near.lower + 1e-9
        assert near.upper <= far.upper + 1e-9 <= 1 + 2e-9


@quick
@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=60), st.floats(0.05, 0.95))
def test_a_percentile_lies_within_its_interval(values, fraction):
    found = percentile(values, fraction)
    assert found.holds(found.estimate)


@quick
@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_within_its_interval(part, rest):
    found = share(part, part + rest)
    assert 0 <= found.low <= found.estimate + 1e-12 <= found.high + 1e-9 <= 1 + 1e-9
