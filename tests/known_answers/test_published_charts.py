"""Process-behaviour limits against worked examples that others published."""

import pytest

from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import chart_of
from goldenthread.analysis.statistics.signal_rules import MAKING_DATA_COUNT, WHEELER

NEITHER = Polarity.NEITHER

FLOW_RATES = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
"""NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, individuals control charts."""

CONCENTRATIONS = (
    102.0, 94.8, 98.3, 98.4, 102.0, 98.5, 99.0, 97.7, 100.0, 98.1,
    101.3, 98.7, 101.1, 98.4, 97.0, 96.7, 100.3, 101.4, 97.2, 101.0,
)  # fmt: skip
"""Montgomery and Runger, Applied Statistics and Probability for Engineers, 3rd edition, table 16-3."""

NORMAL_DRAWS = (
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
    -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
    0.49785048, -1.96661716, 0.70135590, -0.47279141,
)  # fmt: skip
"""What NHSRplotthedots is tested with (`test-ptd_spc_standard.R`: R's rnorm(20) after set.seed(123))."""


def test_limits_of_the_nist_handbook_come_out():
    limits = chart_of(FLOW_RATES, NEITHER, rules=WHEELER).stretches[0].limits
    assert limits.centre == pytest.approx(50.81)
    assert limits.mean_range == pytest.approx(1.8778, abs=5e-5)
    assert limits.upper[0] == pytest.approx(55.8041, abs=0.001)  # 3 / 1.128 there, 2.66 here
    assert limits.lower[0] == pytest.approx(45.8159, abs=0.001)


def test_limits_of_montgomerys_concentrations_come_out_and_nothing_signals():
    chart = chart_of(CONCENTRATIONS, NEITHER, rules=WHEELER)
    limits = chart.stretches[0].limits
    assert limits.centre == pytest.approx(99.1, abs=0.05)
    assert limits.mean_range == pytest.approx(2.59, abs=0.005)
    assert limits.upper[0] == pytest.approx(105.99, abs=0.02)
    assert limits.lower[0] == pytest.approx(92.21, abs=0.02)
    assert not chart.signals


def test_the_nhss_own_tool_draws_the_same_limits():
    limits = chart_of(NORMAL_DRAWS, NEITHER, rules=MAKING_DATA_COUNT).stretches[0].limits
    assert limits.centre == pytest.approx(0.142, abs=5e-4)
    assert limits.lower[0] == pytest.approx(-3.01, abs=5e-3)
    assert limits.upper[0] == pytest.approx(3.29, abs=5e-3)
