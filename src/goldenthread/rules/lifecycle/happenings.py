"""What happened to a child's casework, as plain values with corrections already applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.lifecycle.steps import NEEDS_ABOUT, NEEDS_ADVISER, Adviser, Step


@dataclass(frozen=True, slots=True)
class Details:
    """What must be known of a happening besides its day.

    `about`: the decision that is notified, mediated or appealed. `adviser`: who is asked for advice, or gave
    it. `names_setting`: whether a final plan names a school or college (None: not said).
    """

    about: Step | None = None
    adviser: Adviser | None = None
    names_setting: bool | None = None


NO_DETAILS = Details()


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, on the day that counts in law (service, receipt, meeting)."""

    kind: Step
    happened_on: date
    details: Details = NO_DETAILS

    def __post_init__(self) -> None:
        if (self.kind in NEEDS_ADVISER) != (self.details.adviser is not None):
            raise ValueError(f"{self.kind.value}: the adviser is given for advice, and only for advice")
        if (self.kind in NEEDS_ABOUT) != (self.details.about is not None):
            raise ValueError(f"{self.kind.value}: notices, mediation and appeals say about which decision")


History = tuple[Happening, ...]


def in_order(history: Iterable[Happening]) -> History:
    """The history by day; things of one day stay in the order given."""
    return tuple(sorted(history, key=lambda happening: happening.happened_on))
