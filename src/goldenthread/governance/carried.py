"""Where does an action of a board stand? Its entries against the day first agreed; how long it is carried."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Said(StrEnum):
    """What an entry can say."""

    PROGRESS = "progress"
    REPLANNED = "replanned"
    CLOSED = "closed"
    REOPENED = "reopened"


class EntryFact(Protocol):
    """An entry of an action: the day it speaks of, and for a new plan the day by which now."""

    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def due_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """The day first agreed, the day planned now, how often it moved, and when it was closed."""

    first_due_on: date
    due_on: date
    times_moved: int
    closed_on: date | None

    def is_overdue(self, today: date) -> bool:
        """Open, and past the day planned now."""
        return self.closed_on is None and self.due_on < today

    def days_late(self, today: date) -> int:
        """Days past the day first agreed, until it was closed or until today; 0 where it is not late."""
        return max(0, ((self.closed_on or today) - self.first_due_on).days)


def standing_of(first_due_on: date, entries: Iterable[EntryFact]) -> ActionStanding:
    """What the entries, in the order in which they were recorded, make of an action."""
    due_on, moved, closed_on = first_due_on, 0, None
    for entry in entries:
        if entry.kind == Said.REPLANNED and entry.due_on is not None:
            moved += entry.due_on != due_on
            due_on = entry.due_on
        elif entry.kind == Said.CLOSED:
            closed_on = entry.on
        elif entry.kind == Said.REOPENED:
            closed_on = None
    return ActionStanding(first_due_on, due_on, moved, closed_on)


def times_carried(agreed_on: date, standing: ActionStanding, held: Sequence[date], today: date) -> int:
    """Through how many later meetings the action went without being closed. `held` are their days."""
    until = standing.closed_on or today
    return sum(agreed_on < day <= until and day != standing.closed_on for day in held)
