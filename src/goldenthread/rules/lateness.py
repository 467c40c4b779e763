"""Was it in time? One typed answer, with the excuses that were tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.deadline import Deadline
from goldenthread.rules.excuses import Excuse, Finding


class Verdict(Enum):
    """How an act stands against its due date."""

    IN_TIME = "in time"
    RUNNING = "running"
    LATE_EXCUSED = "late, excused"
    LATE_EXCUSE_CLAIMED = "late, excuse claimed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Lateness:
    """The verdict with its figures. `days_left` is given only while running; `days_late` is 0 unless late."""

    verdict: Verdict
    due_on: date
    done_on: date | None
    days_left: int | None = None
    days_late: int = 0
    excused_by: Excuse | None = None
    """The excuse that was made out, or that is claimed."""
    refused: tuple[Excuse, ...] = ()
    """Claims that do not count, each with its reason."""

    def __str__(self) -> str:
        if self.verdict is Verdict.RUNNING:
            return f"running: {_days(self.days_left or 0)} left"
        if self.verdict is Verdict.IN_TIME:
            return "in time"
        late = f"late by {_days(self.days_late)}"
        if self.excused_by is None:
            return late
        how = "excused by" if self.verdict is Verdict.LATE_EXCUSED else "excuse claimed:"
        return f"{late}, {how} {self.excused_by.ground}"


def lateness(
    deadline: Deadline, *, done_on: date | None, today: date, excuses: Sequence[Excuse] = ()
) -> Lateness:
    """How the act stands on `today`: done in time, still running, or late and whether that is excused.

    An excuse removes the consequence of being late and never moves the due date (regulation 13(3) with
    10(4) of S.I. 2014/1530, and its parallels). An act done after `today` counts as not yet done.
    """
    due_on = deadline.due_on
    if done_on is not None and done_on > today:
        done_on = None
    reached_on = today if done_on is None else done_on
    if reached_on <= due_on:
        if done_on is None:
            return Lateness(Verdict.RUNNING, due_on, None, (due_on - today).days)
        return Lateness(Verdict.IN_TIME, due_on, done_on)
    days_late = (reached_on - due_on).days
    if not excuses:
        return Lateness(Verdict.LATE, due_on, done_on, None, days_late)
    verdict, excused_by = _best_of(excuses)
    refused = tuple(excuse for excuse in excuses if excuse.finding is Finding.REFUSED)
    return Lateness(verdict, due_on, done_on, None, days_late, excused_by, refused)


def _best_of(excuses: Sequence[Excuse]) -> tuple[Verdict, Excuse | None]:
    for finding, verdict in (
        (Finding.MADE_OUT, Verdict.LATE_EXCUSED),
        (Finding.CLAIMED, Verdict.LATE_EXCUSE_CLAIMED),
    ):
        for excuse in excuses:
            if excuse.finding is finding:
                return verdict, excuse
    return Verdict.LATE, None


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
