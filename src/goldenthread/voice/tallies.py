"""How many answered how, how sure is a share of so few, and has it changed since they were asked before?"""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.analysis.statistics.proportions import Interval, difference, share

FEWEST_REPLIES = 30
"""Below so many replies nothing is claimed. Ours, unconfirmed: no published rule gives a number."""


class Since(StrEnum):
    """What may be said of a share beside the one before it."""

    BETTER = "better than before"
    WORSE = "worse than before"
    NO_CHANGE = "no more than chance allows"
    TOO_FEW = "too few to say"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered favourably, unfavourably, and neither (unsure, no difference, not known)."""

    favourable: int
    unfavourable: int
    neither: int

    @property
    def answered(self) -> int:
        return self.favourable + self.unfavourable + self.neither

    @property
    def is_too_few(self) -> bool:
        return self.answered < FEWEST_REPLIES

    @property
    def share(self) -> Interval | None:
        """The favourable among all who answered, 0 to 1, with its interval; None where nobody did."""
        return share(self.favourable, self.answered)

    def since(self, before: "Tally") -> Since:
        """Whether this differs from an earlier tally by more than chance; both are taken as samples."""
        if self.is_too_few or before.is_too_few:
            return Since.TOO_FEW
        found = difference((self.favourable, self.answered), (before.favourable, before.answered))
        if found is None or found.holds(0):
            return Since.NO_CHANGE
        return Since.BETTER if found.estimate > 0 else Since.WORSE


def response_rate(replies: int, invited: int | None) -> float | None:
    """How many of those asked replied, 0 to 1; None where nobody knows how many were asked.

    Raises `ValueError` for more replies than were asked.
    """
    if not invited:
        return None
    if replies > invited:
        raise ValueError(f"{replies} replies of {invited} asked")
    return replies / invited
