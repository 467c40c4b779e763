"""What the law holds constant beyond the order of steps, and how an objection to a step is put."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.lifecycle.happenings import Happening
from goldenthread.rules.lifecycle.past import Past
from goldenthread.rules.lifecycle.steps import Adviser, Step
from goldenthread.rules.sources import act, send_regulation


class Invariant(Enum):
    """What holds whatever the case; the value says it in a few words."""

    ORDER = "a step comes only after those that it needs"
    ADVICE_ASKED = "advice is asked of everyone listed before a decision about a plan"
    PAIRED_NOTICE = "a decision and the notice of it go together"
    VIEWS_ON_DRAFT = "no final plan while the family may still give views on the draft"
    VIEWS_ON_CHANGES = "no end to an amendment while the family may still give views on the changes"
    SETTING_CONSULTED = "a school or college is consulted before a plan names it"
    HELD_FOR_APPEAL = "no ceasing while an appeal is open or may still be brought"
    ORDERED = "a plan goes out as ordered only after an order or a concession"


@dataclass(frozen=True, slots=True)
class Objection:
    """Why the law stands against a step. `not_before`: the first day without it, where a day cures it."""

    invariant: Invariant
    because: str
    source: Source
    not_before: date | None = None


Check = Callable[[Past, Happening], Objection | None]


@dataclass(frozen=True, slots=True)
class Guard:
    """One thing that must hold for a step besides its order: `check` answers with an objection, or None."""

    invariant: Invariant
    source: Source
    check: Check


NOTICE_OF: Mapping[Step, Source] = MappingProxyType(
    {
        Step.DECIDED_TO_ASSESS: send_regulation("5(1)", Confirmed.READ),
        Step.DECIDED_NOT_TO_ASSESS: send_regulation("5(1)", Confirmed.READ),
        Step.DECIDED_NOT_TO_ISSUE: send_regulation("10(2)", Confirmed.READ),
        Step.DECIDED_TO_MAINTAIN: send_regulation("20(10)", Confirmed.READ),
        Step.DECIDED_NOT_TO_AMEND: send_regulation("22(4)", Confirmed.UNCONFIRMED),
        Step.DECIDED_TO_REASSESS: send_regulation("25(1)", Confirmed.READ),
        Step.DECIDED_NOT_TO_REASSESS: send_regulation("25(1)", Confirmed.READ),
        Step.DECIDED_NOT_TO_REPLACE: act("51(2)(e)", Confirmed.INTERPRETATION),
        Step.DECIDED_TO_CEASE: send_regulation("31", Confirmed.READ),
    }
)
"""Decisions of which the family must be told in a letter, and where that is written. A plan, a draft and a
notice of changes are their own letters."""

_SETTLES = {Step.CEASING_DROPPED: Step.DECIDED_TO_CEASE}

ADVISERS: Mapping[Adviser, str] = MappingProxyType(
    {
        Adviser.FAMILY: "the parent or young person",
        Adviser.EDUCATION: "the head, principal or early years provider",
        Adviser.HEALTH: "a health care professional",
        Adviser.PSYCHOLOGIST: "an educational psychologist",
        Adviser.SOCIAL_CARE: "social care",
        Adviser.OTHER: "anyone else whom the authority thinks fit",
        Adviser.ADULTHOOD: "someone who can advise on adulthood and independent living (from Year 9)",
        Adviser.ASKED_FOR_BY_FAMILY: "anyone for whom the family reasonably asks",
    }
)

MUST_ASK = (
    Adviser.FAMILY,
    Adviser.EDUCATION,
    Adviser.HEALTH,
    Adviser.PSYCHOLOGIST,
    Adviser.SOCIAL_CARE,
)
"""Regulation 6(1)(a) to (e): asked in every assessment. The rest of the list depends on the child."""


def decisions_not_told(past: Past) -> tuple[Happening, ...]:
    """Decisions that the family has not been told of in writing, and that still stand; oldest first."""
    untold: list[Happening] = []
    for happening in past.happenings:
        settled = _SETTLES.get(happening.kind, happening.details.about)
        if happening.kind in NOTICE_OF:
            untold.append(happening)
        elif happening.kind is Step.DECISION_NOTIFIED or happening.kind in _SETTLES:
            untold = [decision for decision in untold if decision.kind is not settled]
    return tuple(untold)


def advisers_not_asked(past: Past) -> tuple[Adviser, ...]:
    """Whom the authority must still ask for advice in this assessment (or agree to use what they gave)."""
    began = past.index_of_last(Step.DECIDED_TO_ASSESS, Step.DECIDED_TO_REASSESS)
    asked = {
        happening.details.adviser
        for happening in past.happenings[began + 1 :]
        if happening.kind in (Step.ADVICE_SOUGHT, Step.ADVICE_REUSED)
    }
    return tuple(adviser for adviser in MUST_ASK if adviser not in asked)
