"""Many comparisons find something by luck alone: which differences remain when that is allowed for?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from statsmodels.stats.multitest import multipletests

LEVEL = 0.05


class Control(StrEnum):
    """How the luck of many comparisons is kept in bounds."""

    BENJAMINI_HOCHBERG = "fdr_bh"
    HOLM = "holm"


@dataclass(frozen=True, slots=True)
class Comparisons:
    """So many comparisons, their adjusted p values, and which of them are more than chance."""

    adjusted: tuple[float, ...]
    more_than_chance: tuple[bool, ...]
    control: Control
    level: float

    @property
    def words(self) -> str:
        """What was done, for the foot of a page."""
        many, found = len(self.adjusted), sum(self.more_than_chance)
        if not many:
            return "Nothing was compared."
        promise = {
            Control.BENJAMINI_HOCHBERG: f"at most {self.level:.0%} of the differences named are expected "
            "to be luck (Benjamini and Hochberg)",
            Control.HOLM: f"the chance that any difference named is luck is at most {self.level:.0%} (Holm)",
        }[self.control]
        noun = "comparison was" if many == 1 else "comparisons were"
        verb = "is" if found == 1 else "are"
        return f"{many} {noun} made together; {found} {verb} more than chance, so that {promise}."


def compared(
    p_values: Sequence[float], control: Control = Control.BENJAMINI_HOCHBERG, level: float = LEVEL
) -> Comparisons:
    """Adjusts p values for having been many. Raises `ValueError` for one outside nought to one."""
    if any(not 0 <= value <= 1 for value in p_values):
        raise ValueError("a p value lies between nought and one")
    if not p_values:
        return Comparisons((), (), control, level)
    rejected, adjusted, *_ = multipletests(list(p_values), alpha=level, method=control.value)
    return Comparisons(
        tuple(float(value) for value in adjusted), tuple(bool(one) for one in rejected), control, level
    )
