"""Where does a milestone stand? Its entries against the day that was first promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Happened(StrEnum):
    """What an entry can say."""

    REPLANNED = "replanned"
    MET = "met"
    NOT_MET = "not met"


class MilestoneFact(Protocol):
    """An entry of a milestone: `on` is the new day of a replanning, or the day on which it was met."""

    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class MilestoneStanding:
    """The day first promised, the day planned now, how often it moved, and when it was met."""

    first_promised_on: date
    due_on: date
    times_moved: int
    met_on: date | None

    @property
    def days_moved(self) -> int:
        """Days between the first promise and the newest; less than nothing where it was brought forward."""
        return (self.due_on - self.first_promised_on).days

    def days_late(self, today: date) -> int:
        """Days past the day first promised, until it was met or until today; 0 where it is not late."""
        return max(0, ((self.met_on or today) - self.first_promised_on).days)

    def is_overdue(self, today: date) -> bool:
        """Not met, and past the day planned now."""
        return self.met_on is None and self.due_on < today


def standing_of(first_promised_on: date, entries: Iterable[MilestoneFact]) -> MilestoneStanding:
    """What the entries, in the order in which they were recorded, make of a milestone."""
    due_on, moved, met_on = first_promised_on, 0, None
    for entry in entries:
        if entry.kind == Happened.REPLANNED:
            moved += entry.on != due_on
            due_on = entry.on
        else:
            met_on = entry.on if entry.kind == Happened.MET else None
    return MilestoneStanding(first_promised_on, due_on, moved, met_on)
