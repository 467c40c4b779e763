"""What should a family who asks expect? Of children who asked, how many have a plan by each day.

Refusal, a decision not to issue, withdrawal and moving away compete with a plan; who still waits is
censored on the as-at day, not left out. This is the clock that clearing a backlog cannot make look worse,
and that refusing more cannot make look better.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from goldenthread.analysis.statistics.aalen_johansen import Incidence, cumulative_incidence, interval
from goldenthread.analysis.statistics.proportions import CONFIDENCE, Interval

TWENTY_WEEKS = 140
"""Days from the request within which the final plan is in time: on the 140th day it still is."""
WINDOW = timedelta(days=365)
"""How far back the estimate for a family applying now looks."""
FEWEST_BEHIND = 10
"""No child stands for more than a tenth of all: where more have been lost from sight, "not yet known"."""


class Outcome(StrEnum):
    """How a request ends."""

    PLAN = "a plan was issued"
    REFUSED = "assessment was refused"
    NOT_ISSUED = "no plan after assessment"
    WITHDRAWN = "the request was withdrawn"
    MOVED = "the child moved away"


OUTCOMES = tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: when it was received and, if it has ended, when and how."""

    asked_on: date
    ended_on: date | None = None
    outcome: Outcome | None = None

    def __post_init__(self) -> None:
        if (self.ended_on is None) != (self.outcome is None):
            raise ValueError("an end has a day and an outcome, or there is none")
        if self.ended_on is not None and self.ended_on < self.asked_on:
            raise ValueError("a request cannot end before it was received")

    def end_by(self, day: date) -> tuple[int, int]:
        """Days from request to end and the number of the outcome; to `day` and nought if open then."""
        if self.ended_on is None or self.outcome is None or self.ended_on > day:
            return (day - self.asked_on).days, 0
        return (self.ended_on - self.asked_on).days, OUTCOMES.index(self.outcome) + 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """The day by which a share of all who asked had come to an end; None where it is not yet reached.

    `low` and `high` bound the day; None where the numbers do not.
    """

    fraction: float
    days: int | None
    low: int | None
    high: int | None

    @property
    def words(self) -> str:
        """In weeks, or that it is not yet reached."""
        if self.days is None:
            return "not yet reached"
        return f"{_weeks(self.days)} weeks ({_weeks(self.low)} to {_weeks(self.high)})"


def _weeks(days: int | None) -> str:
    return "not known" if days is None else str(-(-days // 7))


@dataclass(frozen=True, slots=True)
class Experience:
    """What happened to children who asked: `count` of them, `still_open` on the as-at day."""

    count: int
    still_open: int
    incidence: Incidence

    def probability(
        self, days: int, outcome: Outcome = Outcome.PLAN, confidence: float = CONFIDENCE
    ) -> Interval | None:
        """The chance of this outcome within so many days; None where nobody was watched that long."""
        return self._interval(days, OUTCOMES.index(outcome), confidence)

    def in_time(self, confidence: float = CONFIDENCE) -> Interval | None:
        """The chance of a plan within 20 weeks of asking."""
        return self.probability(TWENTY_WEEKS, Outcome.PLAN, confidence)

    def still_waiting(self, days: int) -> float | None:
        """The share with no end of any kind after so many days; None where it is not yet known."""
        if not self.is_known_at(days):
            return None
        place = self._place(days)
        return 1.0 if place < 0 else 1.0 - float(sum(share[place] for share in self.incidence.shares))

    def is_known_at(self, days: int) -> bool:
        """Were enough children watched that long, or had all come to an end before?"""
        return days <= self.known_until

    @property
    def known_until(self) -> float:
        """The last day of which anything may be said."""
        least = min(FEWEST_BEHIND, self.count) - 1e-6
        few = np.flatnonzero(self.incidence.stands_for() < least)
        if len(few):
            return float(self.incidence.days[few[0]]) - 1
        ended = sum(float(share[-1]) for share in self.incidence.shares)
        return float("inf") if ended >= 1 - 1e-9 else float(self.incidence.days[-1])

    def waiting(
        self, fraction: float, outcome: Outcome = Outcome.PLAN, confidence: float = CONFIDENCE
    ) -> Waiting:
        """The day by which `fraction` of all who asked had this outcome."""
        number = OUTCOMES.index(outcome)
        shares = self.incidence.shares[number]
        known = [place for place, day in enumerate(self.incidence.days) if self.is_known_at(int(day))]
        bands = [self._band(place, number, confidence) for place in known]
        return Waiting(
            fraction,
            self._first(place for place in known if shares[place] >= fraction - 1e-12),
            self._first(p for p, band in zip(known, bands, strict=True) if (band.high or 0) >= fraction),
            self._first(p for p, band in zip(known, bands, strict=True) if (band.low or 0) >= fraction),
        )

    def _first(self, places: Iterable[int]) -> int | None:
        place = next(iter(places), None)
        return None if place is None else int(self.incidence.days[place])

    def _place(self, days: float) -> int:
        return int(np.searchsorted(self.incidence.days, days, side="right")) - 1

    def _interval(self, days: int, number: int, confidence: float) -> Interval | None:
        if not self.is_known_at(days):
            return None
        place = self._place(days)
        if place < 0:
            return interval(0.0, 0.0, self.count, confidence)
        return self._band(place, number, confidence)

    def _band(self, place: int, number: int, confidence: float) -> Interval:
        here = self.incidence
        share, error = float(here.shares[number][place]), float(here.errors[number][place])
        return interval(share, error, float(here.at_risk[place]), confidence)


def experience(cases: Sequence[Asked], as_at: date) -> Experience | None:
    """What became of these children as far as it was known on `as_at`; None where nobody had asked."""
    asked = [case for case in cases if case.asked_on <= as_at]
    if not asked:
        return None
    ends = [case.end_by(as_at) for case in asked]
    found = cumulative_incidence([day for day, _ in ends], [kind for _, kind in ends], len(OUTCOMES))
    return Experience(len(asked), sum(kind == 0 for _, kind in ends), found)


def experience_by_month(cases: Sequence[Asked], as_at: date) -> dict[date, Experience]:
    """The same for each month of request, by its first day, in order."""
    months: dict[date, list[Asked]] = defaultdict(list)
    for case in cases:
        months[case.asked_on.replace(day=1)].append(case)
    found = {month: experience(months[month], as_at) for month in sorted(months)}
    return {month: one for month, one in found.items() if one is not None}


def experience_now(cases: Sequence[Asked], as_at: date, window: timedelta = WINDOW) -> Experience | None:
    """What a family applying now should expect, if all goes on as in the window before `as_at`.

    A period estimate, as of life expectancy: a child counts only for the days of waiting that lie in the
    window, and who had waited before it enters late (left truncation). None where nobody waited in it.
    """
    start = as_at - window
    seen = [
        case for case in cases if case.asked_on <= as_at and (case.ended_on is None or case.ended_on > start)
    ]
    if not seen:
        return None
    ends = [case.end_by(as_at) for case in seen]
    entered = [max(-1, (start - case.asked_on).days) for case in seen]
    found = cumulative_incidence([day for day, _ in ends], [kind for _, kind in ends], len(OUTCOMES), entered)
    return Experience(len(seen), sum(kind == 0 for _, kind in ends), found)
