"""Suppression against a worked example that Statistics Norway publishes."""

import pytest

from goldenthread.analysis.disclosure import Rule
from goldenthread.analysis.disclosure.attack import bounds
from goldenthread.analysis.disclosure.suppression import protect
from goldenthread.analysis.disclosure.tables import crossed

COUNTRIES = {
    ("young", "Spain"): 5, ("young", "Iceland"): 2, ("young", "Portugal"): 0,
    ("old", "Spain"): 6, ("old", "Iceland"): 3, ("old", "Portugal"): 4,
}  # fmt: skip
"""GaussSuppression (CRAN), vignette "Small count frequency table suppression", its first example: counts of
nought and one are too small."""

WITHHELD = {("young", "Portugal"), ("old", "Portugal"), ("young", "Iceland"), ("old", "Iceland")}


@pytest.fixture
def table():
    ages = {"young": "Total", "old": "Total"}
    return crossed(COUNTRIES, [ages, {country: "Total" for country in ("Spain", "Iceland", "Portugal")}])


def test_the_same_cells_are_withheld(table):
    assert table.counts["Total", "Total"] == 20
    assert table.counts["old", "Total"] == 13
    assert table.counts["Total", "Spain"] == 11
    safe = protect(table, Rule(threshold=2, width=2, hides_nought=True))
    assert set(safe.why) == WITHHELD


def test_what_the_published_pattern_leaves_possible_by_hand(table):
    """Young and Portugal: 0 to 2, since young Iceland and Portugal together are 2, and Portugal is 4."""
    found = bounds(table, WITHHELD)
    assert found["young", "Portugal"] == pytest.approx((0, 2))
    assert found["old", "Portugal"] == pytest.approx((2, 4))
    assert found["young", "Iceland"] == pytest.approx((0, 2))
    assert found["old", "Iceland"] == pytest.approx((3, 5))


def test_the_primary_cell_alone_would_be_worked_out(table):
    assert bounds(table, {("young", "Portugal")})["young", "Portugal"] == pytest.approx((0, 0))
