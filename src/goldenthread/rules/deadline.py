"""The answer to "by when?": a day, how it was counted, and the law it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from goldenthread.rules import counting
from goldenthread.rules.calendars import first_working_day_from
from goldenthread.rules.counting import Counting
from goldenthread.rules.law import Parameter, Source, Version
from goldenthread.rules.sources import COMMENCEMENT

_ONE_DAY = timedelta(days=1)


class Unit(Enum):
    """What a limit is measured in."""

    DAYS = "day"
    WEEKS = "week"
    MONTHS = "month"
    WORKING_DAYS = "working day"


Count = Callable[[date, int], date]

WAYS_OF_COUNTING: Mapping[tuple[Counting, Unit], Count] = MappingProxyType(
    {
        (Counting.WITHIN, Unit.DAYS): counting.within_days,
        (Counting.WITHIN, Unit.WEEKS): counting.within_weeks,
        (Counting.CORRESPONDING_DATE, Unit.MONTHS): counting.corresponding_date,
        (Counting.BEGINNING_WITH, Unit.DAYS): counting.days_beginning_with,
        (Counting.MONTHS_BEGINNING_WITH, Unit.MONTHS): counting.months_beginning_with,
        (Counting.TRIBUNAL_MONTHS, Unit.MONTHS): counting.corresponding_date,
        (Counting.TRIBUNAL_WORKING_DAYS, Unit.WORKING_DAYS): counting.within_tribunal_working_days,
        (Counting.WORKING_DAYS_BEGINNING_WITH, Unit.WORKING_DAYS): counting.working_days_beginning_with,
        (Counting.WITHIN_WORKING_DAYS, Unit.WORKING_DAYS): counting.within_working_days,
        (Counting.MONTH_TO_NEXT_WORKING_DAY, Unit.MONTHS): counting.corresponding_date,
        (Counting.AT_LEAST_BEFORE, Unit.DAYS): counting.days_before,
        (Counting.AT_LEAST_BEFORE, Unit.WEEKS): lambda event, weeks: counting.days_before(event, 7 * weeks),
        (Counting.AT_LEAST_BEFORE, Unit.MONTHS): counting.months_before,
    }
)
"""Which function gives the raw last day of a limit. Convention C4 and the Information Commissioner's rule
move that day afterwards."""

_MOVED: Mapping[Counting, Callable[[date], date]] = MappingProxyType(
    {
        Counting.TRIBUNAL_MONTHS: counting.appeal_received_by,
        Counting.MONTH_TO_NEXT_WORKING_DAY: first_working_day_from,
    }
)


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount of time and how it is counted: 20 weeks, within; 15 days, beginning with."""

    amount: int
    unit: Unit
    counting: Counting
    event: str = ""
    """What it is counted from, in a family's words: "we got your request"."""
    count: Count = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        way = WAYS_OF_COUNTING.get((self.counting, self.unit))
        if way is None or self.amount < 1:
            raise ValueError(f"no way to count {self.amount} {self.unit.value}s as {self.counting.name}")
        object.__setattr__(self, "count", way)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.value}{'' if self.amount == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a duty must be done.

    `due_on` is the last lawful day and `raw_on` the same before any move to a working day. `alternative_on`
    is the day on the other reading of the words, if there is one: judge by `due_on`, alert on `tightest_on`.
    `opens_on` is the first day on which the act may be done, where the law or guidance sets one.
    """

    due_on: date
    raw_on: date
    alternative_on: date | None
    counting: Counting
    because: Source
    counted_from: date
    limit: Limit | None = None
    opens_on: date | None = None

    @property
    def tightest_on(self) -> date:
        """The earliest day that any stated reading gives: what alerts are driven by."""
        return self.due_on if self.alternative_on is None else min(self.due_on, self.alternative_on)


def deadline_after(event: date, version: Version[Limit]) -> Deadline:
    """The last day of the limit in force, counted from `event` as the limit says, with its source.

    "Within" a period of an event is also read with the event as day 1 (one day tighter). A period before an
    event is also read in clear days.
    """
    limit = version.value
    way = limit.counting
    raw_on = limit.count(event, limit.amount)
    if way is Counting.WITHIN:
        return Deadline(raw_on, raw_on, raw_on - _ONE_DAY, way, version.source, event, limit)
    move = _MOVED.get(way)
    due_on = raw_on if move is None else move(raw_on)
    return Deadline(due_on, raw_on, _other_reading(event, raw_on, limit), way, version.source, event, limit)


def _other_reading(event: date, raw_on: date, limit: Limit) -> date | None:
    if limit.counting is Counting.WITHIN_WORKING_DAYS:
        return counting.working_days_beginning_with(event, limit.amount)
    if limit.counting is Counting.AT_LEAST_BEFORE and limit.unit is not Unit.MONTHS:
        return raw_on - _ONE_DAY
    return None


def fixed(
    name: str, limit: Limit, source: Source, since: date = COMMENCEMENT
) -> Parameter[Limit]:  # pragma: no mutate block (runs at import)
    """A limit that has stayed as it was made since `since`, with the source that sets it."""
    return Parameter(name, (Version(since, limit, source),))
