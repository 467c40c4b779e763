"""Two clocks of timeliness, always shown together, each explained in a sentence.

Among plans *issued* is what the Department for Education publishes: it falls while a backlog is cleared,
because old cases come out, and it rises when only easy cases are finished. Of children who *asked* is what
a family lives through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.statistics.incidence import (
    TWENTY_WEEKS,
    Asked,
    Experience,
    Outcome,
    experience,
    experience_now,
)
from goldenthread.analysis.statistics.proportions import Interval, share

ISSUED_MEANS = (
    "Among plans issued: of the plans sent in this time, the share sent within 20 weeks of the request. "
    "It says nothing of children who still wait, and it falls while old cases are being finished."
)
ASKED_MEANS = (
    "Of children who asked: of all requests, the share with a plan within 20 weeks, with those refused, "
    "withdrawn or moved away counted as what they are and those who still wait counted as waiting. "
    "It cannot be made to look better by refusing more, or worse by finishing old cases."
)


@dataclass(frozen=True, slots=True)
class BothClocks:
    """Timeliness among plans issued in a period, of children who asked in it, and for one asking now.

    `issued` is None where no plan was issued, `asked` where it is not yet known, `now` likewise.
    """

    first: date
    last: date
    issued: Interval | None
    asked: Interval | None
    now: Interval | None
    what_to_expect: str


def both_clocks(cases: Sequence[Asked], first: date, last: date, as_at: date) -> BothClocks:
    """Both clocks for plans issued, and requests received, from `first` to `last`, known on `as_at`."""
    issued = [
        case
        for case in cases
        if case.outcome is Outcome.PLAN and case.ended_on is not None and first <= case.ended_on <= last
    ]
    in_time = sum(case.end_by(last)[0] <= TWENTY_WEEKS for case in issued)
    asked = experience([case for case in cases if first <= case.asked_on <= last], as_at)
    now = experience_now(cases, as_at)
    return BothClocks(
        first,
        last,
        share(in_time, len(issued)),
        asked.in_time() if asked else None,
        now.in_time() if now else None,
        what_to_expect(now),
    )


def what_to_expect(now: Experience | None) -> str:
    """Two sentences for a family applying today."""
    chance = now.in_time() if now else None
    if now is None or chance is None:
        return "Too few families have asked lately to say what to expect. Please ask us about your own case."
    first = (
        f"Of 100 families who ask now, about {_in_hundred(chance.estimate)} would have a plan within "
        f"20 weeks ({_in_hundred(chance.low)} to {_in_hundred(chance.high)}), "
        "if all goes on as in the last year."
    )
    median = now.waiting(0.5)
    if median.days is None:
        second = f"Half have a plan only after a time that is {median.words}"
    else:
        second = f"Half have a plan after {-(-median.days // 7)} weeks"
    return f"{first} {second}{_ended_otherwise(now)}."


def _ended_otherwise(now: Experience) -> str:
    known = now.known_until
    day = int(min(known, now.incidence.days[-1]))
    refused = sum(
        chance.estimate
        for outcome in (Outcome.REFUSED, Outcome.NOT_ISSUED)
        if (chance := now.probability(day, outcome)) is not None
    )
    return f"; about {_in_hundred(refused)} in 100 are refused" if refused else ""


def _in_hundred(value: float | None) -> int:
    return round(100 * (value or 0.0))
