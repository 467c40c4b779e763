"""A later version of the life cycle, in a pack that exists only here, leaves earlier answers as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from goldenthread.rules.law import Confirmed, Kind, Pack, Source, Version
from goldenthread.rules.lifecycle import Happening, Step, breaches_found, may_issue, next_steps
from goldenthread.rules.lifecycle.table import LIFE_CYCLE
from life_cycle_histories import DRAFTED, day, on

IN_FORCE = date(2029, 9, 1)
REFORM_ACT = Source(Kind.STATUTE, "An imagined Act of 2029", "section 3", "", Confirmed.UNCONFIRMED)
TABLE = LIFE_CYCLE.versions[-1].value
WITHOUT_WINDOW = MappingProxyType(
    {**TABLE, Step.FINAL_PLAN_SENT: replace(TABLE[Step.FINAL_PLAN_SENT], guards=(), source=REFORM_ACT)}
)
REFORMED = LIFE_CYCLE.amended_by(
    Pack("no window", {LIFE_CYCLE.name: Version(IN_FORCE, WITHOUT_WINDOW, REFORM_ACT)})
)


def _early(text: str) -> tuple[Happening, ...]:
    return (*DRAFTED, on(text, Step.DRAFT_SENT))


def test_the_new_law_answers_from_its_day() -> None:
    served_late = _early("2029-08-30")
    assert not may_issue(served_late, Step.FINAL_PLAN_SENT, day("2029-08-31"), law=REFORMED)
    answer = may_issue(served_late, Step.FINAL_PLAN_SENT, IN_FORCE, law=REFORMED)
    assert answer
    assert answer.source is REFORM_ACT


def test_what_happened_before_is_judged_by_the_law_of_its_day() -> None:
    early = (*DRAFTED, on("2026-05-04", Step.FINAL_PLAN_SENT))
    assert breaches_found(early, law=REFORMED) == breaches_found(early) != ()
    assert next_steps(early, day("2026-06-01"), law=REFORMED) == next_steps(early, day("2026-06-01"))
