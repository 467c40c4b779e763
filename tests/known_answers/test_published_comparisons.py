"""Funnel limits, overdispersion, rare events and multiple comparisons against what others published."""

from math import log

import numpy as np
import pytest
from scipy.stats import binom, false_discovery_control, poisson
from statsmodels.stats.meta_analysis import combine_effects

from goldenthread.analysis.statistics.consistency import variance_between
from goldenthread.analysis.statistics.funnel import Allowance, Unit, funnel_of_rates, funnel_of_shares
from goldenthread.analysis.statistics.multiplicity import Control, compared
from goldenthread.analysis.statistics.overdispersion import overdispersion
from goldenthread.analysis.statistics.rare_events import chart_of_cases_between, chart_of_days_between

PATIENT_SURVEY = 0.80642448
FUNNEL_OF_PATIENT_SURVEY = {
    1008: (78.203374, 83.081521, 76.796814, 84.488082),
    4341: (79.467117, 81.817779, 78.789329, 82.495567),
    16838: (80.045674, 81.239222, 79.701527, 81.583368),
    110000: (80.408963, 80.875933, 80.274317, 81.010578),
}
"""Size to lower and upper 95% and lower and upper 99.8% limit, as the public health funnel plot tool draws
them (PHEindicatormethods, UK Health Security Agency, tests/testthat/testdata_funnel_prop_outputs.csv)."""

BCG = {
    "effects": (-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713,
                -0.3394, 0.4459, -0.0173),
    "variances": (0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124,
                  0.5325, 0.0714),
}  # fmt: skip
"""Thirteen trials of the BCG vaccine, log relative risks: the worked example of metafor (Viechtbauer 2010,
Journal of Statistical Software 36, 3): DerSimonian-Laird 0.309, Paule-Mandel 0.318, Q-profile 0.120 to 1.112.
"""


@pytest.mark.parametrize("size", FUNNEL_OF_PATIENT_SURVEY)
def test_limits_of_shares_are_those_of_the_public_health_tool(size):
    """It uses Wilson's approximation, we the binomial itself: they lie within one and a half children."""
    funnel = funnel_of_shares([Unit("all", 50, 100)], target=PATIENT_SURVEY, allowance=Allowance.CHANCE_ONLY)
    ours = [100 * end for limits in funnel.limits_at(size) for end in (limits.lower, limits.upper)]
    assert ours == pytest.approx(FUNNEL_OF_PATIENT_SURVEY[size], abs=150 / size)


@pytest.mark.parametrize("size", [1, 4, 9, 25, 140])
def test_limits_at_small_sizes_lie_between_scipys_quantile_and_the_count_below_it(size):
    funnel = funnel_of_shares([Unit("all", 46, 100)], allowance=Allowance.CHANCE_ONLY)
    for limits in funnel.limits_at(size):
        for end, chance in ((limits.lower, limits.tail), (limits.upper, 1 - limits.tail)):
            quantile = binom.ppf(chance, size, 0.46)
            assert max(0, quantile - 1) - 1e-9 <= end * size <= quantile + 1e-9


def test_limits_of_rates_lie_between_scipys_quantile_and_the_count_below_it():
    funnel = funnel_of_rates([Unit("all", 12, 400)], allowance=Allowance.CHANCE_ONLY)
    for limits in funnel.limits_at(250):
        for end, chance in ((limits.lower, limits.tail), (limits.upper, 1 - limits.tail)):
            quantile = poisson.ppf(chance, 0.03 * 250)
            assert max(0, quantile - 1) - 1e-9 <= end * 250 <= quantile + 1e-9


def test_spiegelhalters_interpolation_by_hand():
    """Ten children, a half, 2.5%: 1 is the first count with more (0.0107 of at most 1, 0.0547 of at most 2).

    So the count is 2 - (0.0547 - 0.025) / (0.0547 - 0.0107) = 1.3244, and the limit 0.1324.
    """
    funnel = funnel_of_shares([Unit("all", 5, 10)], allowance=Allowance.CHANCE_ONLY)
    cumulative = [11 / 1024, 56 / 1024]
    by_hand = (2 - (cumulative[1] - 0.025) / (cumulative[1] - cumulative[0])) / 10
    assert funnel.limits_at(10)[0].lower == pytest.approx(by_hand)
    assert funnel.limits_at(10)[0].upper == pytest.approx(0.9 - (by_hand - 0.1), abs=0.11)


def test_the_variance_between_is_that_of_dersimonian_and_laird():
    effects, variances = np.array(BCG["effects"]), np.array(BCG["variances"])
    fixed = float((effects / variances).sum() / (1 / variances).sum())
    ours = overdispersion(effects, np.sqrt(variances), fixed, share=0)
    assert ours.between == pytest.approx(0.309, abs=1e-3)  # from data printed to four places
    assert ours.between == pytest.approx(combine_effects(effects, variances, method_re="dl").tau2)
    assert ours.phi * len(effects) == pytest.approx(152.23, rel=5e-3)


def test_the_variance_between_and_its_interval_are_metafors():
    found = variance_between(BCG["effects"], BCG["variances"], largest=100)
    assert found.estimate == pytest.approx(0.318, abs=5e-4)
    assert (found.low, found.high) == pytest.approx((0.1197, 1.1115), abs=2e-3)
    theirs = combine_effects(np.array(BCG["effects"]), np.array(BCG["variances"]), method_re="pm")
    assert found.estimate == pytest.approx(theirs.tau2, rel=1e-4)


def test_benjamini_and_hochbergs_own_example():
    """Fifteen p values, Journal of the Royal Statistical Society B 57 (1995): 289-300: four against three."""
    values = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0000,
    ]  # fmt: skip
    assert sum(compared(values).more_than_chance) == 4
    assert sum(compared(values, Control.HOLM).more_than_chance) == 3
    assert compared(values).adjusted == pytest.approx(false_discovery_control(values))


INFECTIONS = (0, 0, 2, 1, 13, 2, 0, 1, 1, 1, 1, 0, 1, 1, 16, 0, 1, 1, 2, 10, 1, 1, 2, 2, 0, 2, 3, 0)
"""Days between infections, after Benneyan 1998: SAS/QC User's Guide, RAREEVENTS, Getting Started."""


def test_the_g_chart_has_the_limits_of_the_geometric_distribution():
    """SAS's equations: cdf(x) = 1 - (1 - p)^(x + 1), limits at 0.00135 in each tail."""
    chart = chart_of_cases_between(INFECTIONS)
    p = 1 / (1 + sum(INFECTIONS) / len(INFECTIONS))
    reached = 1 - (1 - p) ** (chart.upper + 1)
    before = 1 - (1 - p) ** chart.upper
    assert before < 1 - 0.00135 <= reached
    assert 1 - (1 - p) ** (chart.centre + 1) >= 0.5
    assert chart.lower is None


def test_the_t_chart_has_the_limits_of_the_exponential_distribution():
    """Median of Santiago and Smith's urinary infections by SAS's equations: sigma times ln 2."""
    gaps = (0.57014, 0.07431, 0.15278, 0.14583, 0.13889, 0.14931, 0.03333, 0.08681, 0.33681, 0.03819)
    chart = chart_of_days_between(gaps)
    mean = sum(gaps) / len(gaps)
    assert chart.centre == pytest.approx(mean * log(2))
    assert chart.upper == pytest.approx(-mean * log(0.00135))
    assert chart.lower == pytest.approx(-mean * log(1 - 0.00135))
