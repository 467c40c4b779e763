"""The interval of the consistency score holds the truth as often as it claims."""

from math import asin, sin, sqrt

import numpy as np
import pytest
from scipy.stats import norm

from goldenthread.analysis.statistics.consistency import consistency

NIGHTLY = pytest.param(10_000, marks=pytest.mark.nightly)


def true_score(centre, spread):
    half = sqrt(2) * spread * float(norm.ppf(0.75)) / 2
    angle = asin(sqrt(centre))
    return 100 - 100 * (sin(angle + half) ** 2 - sin(angle - half) ** 2)


@pytest.mark.slow
@pytest.mark.parametrize("runs", [250, NIGHTLY])
@pytest.mark.parametrize(
    ("places", "centre", "spread"),
    [(5, 0.5, 0.1), (7, 0.3, 0.05), (20, 0.5, 0.1), (20, 0.8, 0.15), (7, 0.5, 0.0)],
)
def test_the_interval_covers_as_it_claims(places, centre, spread, runs):
    """Places of 25 to 400 children whose true angle is normal about the centre's."""
    rng = np.random.default_rng(places * 1000 + round(1000 * spread))
    truth = true_score(centre, spread)
    held = 0
    for _ in range(runs):
        angles = rng.normal(asin(sqrt(centre)), spread, places)
        sizes = rng.integers(25, 400, places)
        counts = rng.binomial(sizes, np.sin(np.clip(angles, 0, np.pi / 2)) ** 2)
        found = consistency({str(place): (int(counts[place]), int(sizes[place])) for place in range(places)})
        held += found.score.low - 1e-9 <= truth <= found.score.high + 1e-9
    assert held / runs > 0.95 - 4 * sqrt(0.95 * 0.05 / runs)
