"""What may lawfully come next, by whom, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.law import Parameter, Source
from goldenthread.rules.lifecycle.answers import objections, past_on
from goldenthread.rules.lifecycle.happenings import NO_DETAILS, Details, Happening
from goldenthread.rules.lifecycle.invariants import NOTICE_OF, advisers_not_asked
from goldenthread.rules.lifecycle.past import Past
from goldenthread.rules.lifecycle.position import tracks_out_of_order
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.steps import (
    APPEAL_ENDS,
    APPEALABLE,
    NEEDS_ABOUT,
    NEEDS_ADVISER,
    Adviser,
    Step,
)
from goldenthread.rules.lifecycle.table import LIFE_CYCLE, Table
from goldenthread.rules.sources import COMMENCEMENT
from goldenthread.rules.timetable.appeals import appeal_due


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that may lawfully come next. Who does it is `step.by`; `details` say what it is about."""

    step: Step
    details: Details
    why: str
    source: Source


_BEFALL = frozenset({Step.PERSON_DIED, Step.DETAINED, Step.MOVED_AWAY, Step.PLAN_RECEIVED})
"""What may happen to anyone on any day, and is nobody's next step."""

_VIEWS_OPEN = frozenset({State.DRAFT, State.REDRAFT, State.AMENDMENT_PROPOSED})
_PLACING = frozenset({State.PLAN_AGREED, State.AMENDING}) | _VIEWS_OPEN


def next_steps(
    history: Iterable[Happening], on: date, *, law: Parameter[Table] = LIFE_CYCLE
) -> tuple[NextStep, ...]:
    """What may lawfully come next on the day `on`: the authority's steps and those of others.

    Notices still owed come first. Advice is offered of those who must still be asked. Raises as
    `may_issue` does.
    """
    table = law.on(on).value
    past = past_on(history, on, law)
    if past.state(Track.RESPONSIBILITY) is State.DIED:
        return ()
    offered = [
        NextStep(one.kind, one.details, table[one.kind].why, table[one.kind].source)
        for one in (Happening(step, on, details) for step, details in _candidates(past, on))
        if not tracks_out_of_order(past.position, table[one.kind], one) and not objections(past, one, table)
    ]
    return tuple(sorted(offered, key=lambda next_step: next_step.step is not Step.DECISION_NOTIFIED))


def _candidates(past: Past, on: date) -> Iterator[tuple[Step, Details]]:
    for step in Step:
        if step in NEEDS_ADVISER:
            yield from ((step, Details(adviser=adviser)) for adviser in _advisers(past, step))
        elif step in NEEDS_ABOUT:
            yield from ((step, Details(about=decision)) for decision in _decisions(past, step, on))
        elif step not in _BEFALL and _is_called_for(past, step):
            yield step, NO_DETAILS


def _is_called_for(past: Past, step: Step) -> bool:
    states = frozenset(past.position.values())
    if step is Step.REPRESENTATIONS_RECEIVED:
        return bool(states & _VIEWS_OPEN)
    if step is Step.SETTING_CONSULTED:
        return bool(states & _PLACING)
    if step is Step.SETTING_REPLIED:
        return past.index_of_last(Step.SETTING_CONSULTED) > past.index_of_last(Step.SETTING_REPLIED)
    return True


def _advisers(past: Past, step: Step) -> Iterable[Adviser]:
    not_asked = advisers_not_asked(past)
    if step is not Step.ADVICE_RECEIVED:
        return not_asked
    began = past.index_of_last(Step.DECIDED_TO_ASSESS, Step.DECIDED_TO_REASSESS)
    waiting: dict[Adviser, None] = {}
    for happening in past.happenings[began + 1 :]:
        adviser = happening.details.adviser
        if adviser is not None and happening.kind is Step.ADVICE_SOUGHT:
            waiting[adviser] = None
        elif adviser is not None:
            waiting.pop(adviser, None)
    return waiting


def _decisions(past: Past, step: Step, on: date) -> Iterable[Step]:
    if step is Step.DECISION_NOTIFIED:
        return tuple(NOTICE_OF)
    return tuple(
        decision for decision in Step if decision in APPEALABLE and _may_dispute(past, decision, step, on)
    )


def _may_dispute(past: Past, decision: Step, step: Step, on: date) -> bool:
    told = past.index_of_last(Step.DECISION_NOTIFIED, about=decision)
    sent = past.index_of_last(decision) if decision not in NOTICE_OF else told
    if sent < 0:
        return False
    lodged = past.index_of_last(Step.APPEAL_LODGED, about=decision)
    is_open = lodged > max(sent, past.index_of_last(*APPEAL_ENDS, about=decision))
    if step in APPEAL_ENDS:
        return is_open
    certificate = past.index_of_last(Step.MEDIATION_CERTIFICATE_ISSUED, about=decision)
    asked = past.index_of_last(Step.MEDIATION_ASKED_FOR, about=decision)
    if step is Step.MEDIATION_CERTIFICATE_ISSUED and asked > max(sent, certificate):
        return True
    if is_open or (step is not Step.APPEAL_LODGED and max(asked, certificate) > sent):
        return False
    certified_on = past.happenings[certificate].happened_on if certificate > sent else None
    sent_on = past.happenings[sent].happened_on
    return sent_on >= COMMENCEMENT and on <= appeal_due(sent_on, certified_on).due_on
