"""What does clearing a backlog do to each clock? A reckoning month by month, without chance.

The same number of requests arrives each month; each is refused, or becomes a plan when its turn comes and
the work it needs has been done. Plans for children already late are late plans, so the more of them are
finished, the lower is the published share, although nobody who asks later waits a day longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.statistics.incidence import Asked, Outcome

DAYS_A_MONTH = 365.25 / 12
LIMIT = 20 * 7 / DAYS_A_MONTH
"""Twenty weeks, in months: 4.6."""
PARTS = 4
"""Work is given out so many times a month."""


@dataclass(frozen=True, slots=True)
class Clearing:
    """What is assumed, in months and cases.

    `waits` are the ages of the cases that wait today. `plans` and `for_late` have one entry a month: how many
    plans can be finished, and how many of them are kept for children already past 20 weeks, longest wait
    first. What one side does not need, the other gets. `quickest` is how long the work on a case takes
    when it starts at once.
    """

    waits: tuple[float, ...]
    requests: int
    plans: tuple[int, ...]
    for_late: tuple[int, ...]
    refused: float = 0.0
    quickest: float = 3.5

    def __post_init__(self) -> None:
        if not 0 <= self.refused <= 1:
            raise ValueError("a share of refusals lies between nought and one")
        if len(self.plans) != len(self.for_late):
            raise ValueError("as many months for late children as for plans")


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the reckoning, numbered from 1.

    `issued_in_time` is the published clock: the share in time of plans issued in the month; None where none
    was. `asked_in_time` is the family's clock: the share of those who asked in the month who had a plan
    within 20 weeks; None where the reckoning ends before that is known. `late` is how many wait at its end
    past 20 weeks.
    """

    number: int
    issued: int
    issued_in_time: float | None
    asked_in_time: float | None
    late: int


def clear(assumed: Clearing) -> list[Month]:
    """The months of clearing."""
    waiting = sorted(-wait for wait in assumed.waits)
    came: list[list[float]] = []
    finished: dict[float, float] = {}
    issued: list[list[float]] = []
    late: list[int] = []
    for month, (plans, for_late) in enumerate(zip(assumed.plans, assumed.for_late, strict=True)):
        came.append(_arrivals(month, assumed))
        waiting = sorted(waiting + came[-1])
        waits: list[float] = []
        for part in range(1, PARTS + 1):
            now = month + part / PARTS
            chosen = _chosen(waiting, now, _part(plans, part), _part(for_late, part), assumed.quickest)
            finished.update((asked, now - asked) for asked in chosen)
            waits.extend(now - asked for asked in chosen)
            waiting = [asked for asked in waiting if asked not in finished]
        issued.append(waits)
        late.append(sum(month + 1 - asked > LIMIT for asked in waiting))
    last = len(assumed.plans)
    return [
        Month(
            month + 1,
            len(issued[month]),
            sum(wait <= LIMIT for wait in issued[month]) / len(issued[month]) if issued[month] else None,
            _asked_in_time(month, last, came[month], finished, assumed.requests),
            late[month],
        )
        for month in range(last)
    ]


def _part(monthly: int, part: int) -> int:
    """This part of a month's number; the parts add up to it."""
    return monthly * part // PARTS - monthly * (part - 1) // PARTS


def _chosen(waiting: Sequence[float], now: float, plans: int, for_late: int, quickest: float) -> list[float]:
    """Whose plans are finished: so many late ones first, then those still in time, then whoever is ready."""
    ready = [asked for asked in waiting if quickest <= now - asked]
    late = [asked for asked in ready if now - asked > LIMIT]
    in_time = ready[len(late) :]
    first = late[:for_late]
    second = in_time[: max(0, plans - len(first))]
    third = late[len(first) : len(first) + max(0, plans - len(first) - len(second))]
    return [*first, *second, *third]


def _arrivals(month: int, assumed: Clearing) -> list[float]:
    """When in the month each request that is not refused came, spread evenly."""
    kept = round(assumed.requests * (1 - assumed.refused))
    return [month + (place + 0.5) / kept for place in range(kept)]


def _asked_in_time(
    month: int, last: int, came: Sequence[float], finished: dict[float, float], requests: int
) -> float | None:
    if month + 1 + LIMIT > last or not requests:
        return None
    return sum(finished.get(asked, LIMIT + 1) <= LIMIT for asked in came) / requests


def waiting_today(cases: Sequence[Asked], as_at: date) -> tuple[float, ...]:
    """The ages, in months, of the cases that are open on `as_at`: what `Clearing` starts from."""
    return tuple(
        (as_at - case.asked_on).days / DAYS_A_MONTH
        for case in cases
        if case.asked_on <= as_at and (case.ended_on is None or case.ended_on > as_at)
    )


def as_of_late(
    cases: Sequence[Asked], as_at: date, plans: Sequence[int], for_late: Sequence[int]
) -> Clearing:
    """A reckoning that starts from real cases: requests and refusals as in the year before `as_at`."""
    lately = [case for case in cases if 0 <= (as_at - case.asked_on).days < 365]
    ended = [case for case in cases if case.ended_on and 0 <= (as_at - case.ended_on).days < 365]
    refused = sum(case.outcome is not Outcome.PLAN for case in ended)
    return Clearing(
        waiting_today(cases, as_at),
        round(len(lately) / 12),
        tuple(plans),
        tuple(for_late),
        refused / len(ended) if ended else 0.0,
    )
