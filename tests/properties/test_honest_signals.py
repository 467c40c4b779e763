"""Steady series give false alarms as often as theory says; planted changes are found as often as reported."""

from math import factorial, sqrt

import numpy as np
import pytest

from goldenthread.analysis.statistics.false_alarms import (
    chance_of_a_run,
    chance_of_a_trend,
    false_alarms,
)
from goldenthread.analysis.statistics.natural_limits import NaturalLimits, carried_to
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import chart_against, chart_of
from goldenthread.analysis.statistics.signal_rules import MAKING_DATA_COUNT, WHEELER, Rule

POINTS = 24
NEITHER = Polarity.NEITHER
KNOWN = NaturalLimits(0, (-3.0,) * POINTS, (3.0,) * POINTS, (1.0,) * POINTS, (None,) * POINTS, 1.128, 3.686)
RUNS = [1_000, pytest.param(10_000, marks=pytest.mark.nightly)]


def steady(runs, seed=20251122):
    return np.random.default_rng(seed).standard_normal((runs, POINTS)).tolist()


def within_chance(hits, runs, chance):
    """Four standard errors: once in 16,000 by luck, and the seed is fixed."""
    return abs(hits / runs - chance) <= 4 * sqrt(chance * (1 - chance) / runs) + 1e-9


@pytest.mark.parametrize("rules", [MAKING_DATA_COUNT, WHEELER], ids=lambda rules: rules.name)
@pytest.mark.parametrize("runs", RUNS)
def test_false_alarms_come_at_the_rate_of_theory(rules, runs):
    theory = false_alarms(POINTS, rules)
    seen = [
        {signal.rule for signal in chart_against(series, KNOWN, NEITHER, rules=rules).signals}
        for series in steady(runs)
    ]
    zones = {Rule.OUTSIDE, Rule.SHIFT, Rule.NEAR_LIMIT}
    assert within_chance(sum(Rule.OUTSIDE in rules_seen for rules_seen in seen), runs, theory.outside)
    assert within_chance(sum(Rule.SHIFT in rules_seen for rules_seen in seen), runs, theory.shift)
    assert within_chance(sum(Rule.TREND in rules_seen for rules_seen in seen), runs, theory.trend)
    assert within_chance(sum(bool(zones & rules_seen) for rules_seen in seen), runs, theory.zones)
    rate = sum(bool(rules_seen) for rules_seen in seen) / runs
    slack = 4 * sqrt(theory.zones * (1 - theory.zones) / runs)
    assert theory.at_least - slack <= rate <= theory.at_most + slack


def test_chances_of_runs_and_trends_are_those_of_counting():
    assert chance_of_a_run(7, 7) == pytest.approx(2 / 2**7)
    assert chance_of_a_run(6, 7) == 0
    assert chance_of_a_run(8, 7) == pytest.approx(3 / 2**7)
    assert chance_of_a_trend(7, 7) == pytest.approx(2 / factorial(7))
    assert chance_of_a_trend(3, 3) == pytest.approx(2 / 6)
    assert chance_of_a_trend(4, 3) == pytest.approx(14 / 24)  # 10 of the 24 orderings only alternate


@pytest.mark.parametrize("runs", RUNS)
def test_limits_from_the_series_itself_give_the_reported_false_alarms(runs):
    """No closed theory holds for limits drawn from the same points; the guide reports 18.4 in a hundred."""
    hits = sum(bool(chart_of(series, NEITHER).signals) for series in steady(runs))
    assert within_chance(hits, runs, 0.184)


@pytest.mark.parametrize(("sigmas", "detection"), [(1, 0.450), (2, 0.851), (3, 0.987)])
@pytest.mark.parametrize("runs", RUNS)
def test_planted_changes_are_found_as_often_as_the_guide_reports(sigmas, detection, runs):
    """Twelve steady periods, then twelve that lie so many sigmas higher; limits from all 24."""
    planted = np.array(steady(runs, seed=7))
    planted[:, POINTS // 2 :] += sigmas
    hits = sum(bool(chart_of(series, NEITHER).signals) for series in planted.tolist())
    assert within_chance(hits, runs, detection)


def after_a_baseline(series):
    """Signals of twelve periods against the limits of the twelve before them."""
    before, after = series[: POINTS // 2], series[POINTS // 2 :]
    limits = chart_of(before, NEITHER).stretches[0].limits
    return chart_against(after, carried_to(limits, after), NEITHER).signals


@pytest.mark.parametrize(("sigmas", "detection"), [(0, 0.278), (1, 0.728), (2, 0.987), (3, 0.9995)])
@pytest.mark.parametrize("runs", RUNS)
def test_a_baseline_finds_more_and_cries_wolf_more(sigmas, detection, runs):
    planted = np.array(steady(runs, seed=7))
    planted[:, POINTS // 2 :] += sigmas
    hits = sum(bool(after_a_baseline(series)) for series in planted.tolist())
    assert within_chance(hits, runs, detection)
