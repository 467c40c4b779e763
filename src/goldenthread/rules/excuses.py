"""What may excuse lateness: grounds in law, tested on facts and evidence. None moves a due date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from goldenthread.rules.law import Source


class Finding(Enum):
    """What came of testing a claim that lateness is excused."""

    MADE_OUT = "made out"
    CLAIMED = "claimed"
    """Nothing speaks against it, but facts or evidence are missing."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Excuse:
    """A claim, tested: which ground, what was found, and why in words an officer could read."""

    ground: str
    finding: Finding
    reason: str
    because: Source
