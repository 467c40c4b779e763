"""Histories told in words, for the tests of the life cycle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goldenthread.rules.lifecycle import NO_DETAILS, Adviser, Details, Happening, Step

EVERYONE = (
    Adviser.FAMILY,
    Adviser.EDUCATION,
    Adviser.HEALTH,
    Adviser.PSYCHOLOGIST,
    Adviser.SOCIAL_CARE,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def on(text: str, step: Step, details: Details = NO_DETAILS) -> Happening:
    return Happening(step, day(text), details)


def told(text: str, decision: Step) -> Happening:
    return on(text, Step.DECISION_NOTIFIED, Details(about=decision))


def about(text: str, step: Step, decision: Step) -> Happening:
    return on(text, step, Details(about=decision))


def advice_sought(text: str, advisers: Iterable[Adviser] = EVERYONE) -> tuple[Happening, ...]:
    return tuple(on(text, Step.ADVICE_SOUGHT, Details(adviser=adviser)) for adviser in advisers)


REQUESTED = (on("2026-01-05", Step.REQUEST_RECEIVED), on("2026-01-07", Step.FAMILY_CONSULTED))
ASSESSING = (
    *REQUESTED,
    on("2026-02-16", Step.DECIDED_TO_ASSESS),
    told("2026-02-16", Step.DECIDED_TO_ASSESS),
)
ADVISED = (*ASSESSING, *advice_sought("2026-02-16"))
AGREED = (*ADVISED, on("2026-04-15", Step.DECIDED_TO_ISSUE))
DRAFTED = (*AGREED, on("2026-04-20", Step.DRAFT_SENT))
PLANNED = (*DRAFTED, on("2026-05-05", Step.FINAL_PLAN_SENT))
CEASING_DECIDED = (
    *PLANNED,
    on("2026-07-01", Step.CEASING_PROPOSED),
    on("2026-07-20", Step.DECIDED_TO_CEASE),
)
CEASING_TOLD = (*CEASING_DECIDED, told("2026-07-20", Step.DECIDED_TO_CEASE))
