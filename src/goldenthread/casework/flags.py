"""Which entries broke a limit or an order that the law sets? Worked out each time, never stored.

Recording the truth is always allowed; this is how the page says what it was.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.casework.duties import (
    AFTER_REVIEW,
    REFUSALS,
    WHETHER_TO_ASSESS,
    deadline_of_decision,
    final_plan_clock,
)
from goldenthread.casework.history import CaseHistory, Fact
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.excuses import Excuse, Finding
from goldenthread.rules.lateness import Lateness, lateness
from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.lifecycle import Invariant, Step, breaches_found
from goldenthread.rules.sources import send_regulation

OMISSIONS = frozenset(
    {
        Invariant.ORDER,
        Invariant.ADVICE_ASKED,
        Invariant.PAIRED_NOTICE,
        Invariant.SETTING_CONSULTED,
    }
)
"""Breaches by something left out. A return tells of few steps, so they are not held against a case that
began in one: what it leaves out may have happened all the same."""


DECLARED_EXCEPTION = Excuse(
    "an allowed exception, as the return declares",
    Finding.CLAIMED,
    "The return says that an exception applies, but not which, and gives no evidence.",
    send_regulation("13(3)", Confirmed.READ),
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A breach at an entry: late (with the verdict), or done although the law stood against it."""

    source: Source
    because: str = ""
    late: Lateness | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that a limit in law applies to, and how it stood against it."""

    deadline: Deadline
    lateness: Lateness


def judged(history: CaseHistory, fact: Fact) -> Judged | None:
    """How this fact stood against its limit. None where no limit applies or its day is not known.

    A decision is judged by the day on which the family was told, at the notice; before that, by its own.
    """
    if fact.historical or not fact.day_is_known:
        return None
    deadline = _deadline_met_by(history, fact)
    if deadline is None:
        return None
    excuses = (DECLARED_EXCEPTION,) if fact.excuse_claimed else ()
    today = max(fact.day, deadline.due_on)
    return Judged(deadline, lateness(deadline, done_on=fact.day, today=today, excuses=excuses))


def flags(history: CaseHistory) -> Mapping[int, list[Flag]]:
    """The flags of each fact, by its place in `history.facts`."""
    found: dict[int, list[Flag]] = defaultdict(list)
    for place, fact in enumerate(history.facts):
        verdict = judged(history, fact)
        if verdict is not None and verdict.lateness.days_late:
            found[place].append(Flag(verdict.deadline.because, late=verdict.lateness))
    for breach in breaches_found(history.happenings):
        if history.began_in_a_return and breach.invariant in OMISSIONS:
            continue
        place = next(i for i, fact in enumerate(history.facts) if fact.happening is breach.happening)
        found[place].append(Flag(breach.source, because=breach.because))
    return found


def _deadline_met_by(history: CaseHistory, fact: Fact) -> Deadline | None:
    decision = fact.happening.details.about if fact.step is Step.DECISION_NOTIFIED else fact.step
    if fact.step is Step.FINAL_PLAN_SENT:
        return final_plan_clock(history)
    if decision not in WHETHER_TO_ASSESS | REFUSALS | AFTER_REVIEW:
        return None
    if fact.step is decision and _told_on(history, fact) is not None:
        return None
    assert decision is not None  # it is one of those above
    return deadline_of_decision(history, decision, fact.day)


def _told_on(history: CaseHistory, decision: Fact) -> date | None:
    told = (
        fact.day
        for fact in history.facts
        if fact.step is Step.DECISION_NOTIFIED
        and fact.happening.details.about is decision.step
        and fact.day >= decision.day
    )
    return next(told, None)
