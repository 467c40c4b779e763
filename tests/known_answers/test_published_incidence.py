"""Cumulative incidence against a published worked example, an independent library, and counting by hand."""

import numpy as np
import pytest
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from goldenthread.analysis.statistics.aalen_johansen import cumulative_incidence, interval

BREAST_CANCER = [
    (7, 0), (10, 1), (14, 0), (16, 1), (18, 2), (23, 1), (24, 0), (26, 2), (27, 1), *[(28, 0)] * 296,
]  # fmt: skip
"""Satagopan et al. 2004, British Journal of Cancer 91: 1229-1235, table 2: 305 patients, of whom the first
nine are listed (1 died of breast cancer, 2 of another cause, 0 alive)."""

TRANSPLANTS = [
    (13, 2), (1, 1), (72, 0), (7, 2), (8, 2), (9, 2), (5, 2), (1, 2), (22, 2), (0, 2), (0, 1), (35, 0),
    (4, 2), (14, 2), (26, 2), (3, 2), (12, 1),
    (67, 0), (70, 0), (4, 0), (7, 0), (68, 0), (10, 2), (7, 2), (3, 1), (4, 1), (4, 1), (3, 1), (3, 1),
    (8, 1), (2, 2), (35, 0), (2, 0), (8, 0), (32, 0),
]  # fmt: skip
"""Scrucca et al. 2007, Bone Marrow Transplantation 40: 381-387: 35 patients, months to death or relapse."""


def test_the_worked_table_of_satagopan_comes_out():
    found = cumulative_incidence(*zip(*BREAST_CANCER, strict=True), count=2)
    at = {day: place for place, day in enumerate(found.days)}
    published = {10: (304, 0.3), 16: (302, 0.3), 23: (300, 0.3), 27: (297, 0.3)}
    before = 0.0
    for day, (at_risk, step) in published.items():
        assert found.at_risk[at[day]] == at_risk
        # the paper prints the running sum of these rounded steps: 0.3, 0.6, 0.9, 1.2
        assert round(100 * (found.shares[0][at[day]] - before), 1) == step
        before = found.shares[0][at[day]]
    survival = {10: 99.7, 16: 99.3, 18: 99.0, 23: 98.7, 26: 98.3, 27: 98.0}
    for day, left in survival.items():
        ended = sum(share[at[day]] for share in found.shares)
        assert 100 * (1 - ended) == pytest.approx(left, abs=0.06)


@pytest.mark.parametrize("patients", [TRANSPLANTS, TRANSPLANTS[:17], TRANSPLANTS[17:], BREAST_CANCER])
def test_shares_and_errors_are_those_of_statsmodels(patients):
    days, kinds = (np.array(one) for one in zip(*patients, strict=True))
    ours = cumulative_incidence(days, kinds, 2)
    theirs = CumIncidenceRight(days, kinds)
    assert ours.days == pytest.approx(theirs.times)
    for number in range(2):
        assert ours.shares[number] == pytest.approx(theirs.cinc[number])
        assert ours.errors[number] == pytest.approx(theirs.cinc_se[number])


def test_everybody_seen_from_the_start_is_the_same_by_both_ways():
    days, kinds = zip(*TRANSPLANTS, strict=True)
    plain = cumulative_incidence(days, kinds, 2)
    entered = cumulative_incidence(days, kinds, 2, [-1] * len(days))
    for number in range(2):
        assert entered.shares[number] == pytest.approx(plain.shares[number])
        assert entered.errors[number] == pytest.approx(plain.errors[number])


def test_late_entry_is_that_of_statsmodels_where_there_is_one_outcome():
    days = np.array([3, 5, 6, 8, 9, 12, 14, 20], dtype=float)
    kinds = np.array([1, 1, 0, 1, 1, 0, 1, 0])
    entered = np.array([-1, -1, 2, 4, -1, 7, 8, 1], dtype=float)
    ours = cumulative_incidence(days, kinds, 1, entered)
    theirs = SurvfuncRight(days, kinds, entry=entered)
    places = np.searchsorted(ours.days, theirs.surv_times)
    assert 1 - ours.shares[0][places] == pytest.approx(theirs.surv_prob)
    assert ours.errors[0][places] == pytest.approx(theirs.surv_prob_se)


def test_late_entry_with_two_outcomes_by_hand():
    """Days 3 (plan; 2 of 2 watched: one ends, 1/2), 5 (refused; 3 watched), 8 (plan; 2 watched).

    Shares: plan 1/2 + (1/2)(2/3)(1/2) = 2/3; refused (1/2)(1/3) = 1/6.
    """
    found = cumulative_incidence([3, 5, 8, 9], [1, 2, 1, 0], 2, [-1, -1, 3, 4])
    assert found.at_risk.tolist() == [2, 3, 2, 1]
    assert found.shares[0].tolist() == pytest.approx([1 / 2, 1 / 2, 2 / 3, 2 / 3])
    assert found.shares[1].tolist() == pytest.approx([0, 1 / 6, 1 / 6, 1 / 6])


def test_without_anybody_lost_it_is_the_plain_share():
    found = cumulative_incidence([10, 20, 30, 40], [1, 2, 1, 1], 2)
    assert found.shares[0].tolist() == pytest.approx([0.25, 0.25, 0.5, 0.75])
    assert found.errors[0].tolist() == pytest.approx(
        [(share * (1 - share) / 4) ** 0.5 for share in found.shares[0]]
    )


def test_the_interval_is_pintilies():
    """x to the power exp(plus or minus z se / (x log x)), as in tidycmprsk's reference page."""
    found = interval(0.3, 0.05, 100)
    z = 1.959964
    assert found.low == pytest.approx(0.3 ** np.exp(-z * 0.05 / (0.3 * np.log(0.3))))
    assert found.high == pytest.approx(0.3 ** np.exp(z * 0.05 / (0.3 * np.log(0.3))))
    assert interval(0, 0, 20).high == pytest.approx(1 - 0.025 ** (1 / 20))
