"""Do places differ by more than chance, and by how much? Spiegelhalter's two answers.

Units always differ by more than chance alone, for reasons no one measured. If limits ignore that, half the
funnel looks special. Multiplicative: all limits wider by one factor. Additive: a variance between units
(DerSimonian and Laird's, from winsorised scores) is added to each unit's own.
Spiegelhalter 2005, *Handling over-dispersion of performance indicators*, Qual Saf Health Care 14: 347-351.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chi2

Floats = NDArray[np.float64]
WINSORISED = 0.1
"""The share at each end whose scores are pulled in, so that the outliers sought do not hide themselves."""


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """How much more units vary than chance lets expect.

    `phi` is the mean squared (winsorised) score: 1 by chance alone. `between` is the variance between units,
    on the scale of the scores' values. `is_more_than_chance` at one in twenty.
    """

    phi: float
    between: float
    is_more_than_chance: bool


def winsorised(scores: Sequence[float], share: float = WINSORISED) -> Floats:
    """Scores with the outer `share` at each end pulled in to the last score that is not."""
    every = np.asarray(scores, dtype=float)
    pulled = int(share * len(every))
    ordered = np.sort(every)
    bounds = float(ordered[pulled]), float(ordered[len(every) - 1 - pulled])
    return np.asarray(np.clip(every, *bounds), dtype=float)


def overdispersion(
    values: Sequence[float], errors: Sequence[float], target: float, share: float = WINSORISED
) -> Overdispersion:
    """Of units with these values and standard errors about a target; none for fewer than two."""
    if len(values) < 2:
        return Overdispersion(1.0, 0.0, False)
    spread = np.asarray(errors, dtype=float)
    scores = winsorised((np.asarray(values, dtype=float) - target) / spread, share)
    many = len(scores)
    phi = float(np.mean(scores**2))
    weights = 1 / spread**2
    between = (many * phi - (many - 1)) / float(weights.sum() - (weights**2).sum() / weights.sum())
    return Overdispersion(phi, max(0.0, between), many * phi > float(chi2.ppf(0.95, many)))
