"""What must be done next on a case, by which day, and where is that written?

Derived from what is known (`casework.history`) by `goldenthread.rules` alone, never from what day it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.casework.history import CaseHistory
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.law import NotInForce
from goldenthread.rules.lifecycle import Step, notices_owed
from goldenthread.rules.lifecycle.position import position_after
from goldenthread.rules.lifecycle.states import Position, State, Track
from goldenthread.rules.lifecycle.table import LIFE_CYCLE
from goldenthread.rules.sources import COMMENCEMENT
from goldenthread.rules.timetable.assessment import (
    decision_whether_to_assess_due,
    final_plan_due,
    refusal_to_issue_due,
)
from goldenthread.rules.timetable.review import decision_after_review_due


class Stage(StrEnum):
    """Where a case stands, in a few words for lists."""

    NOTHING = "nothing is known"
    CONSIDERING = "deciding whether to assess"
    ASSESSING = "assessing"
    WRITING = "writing the plan"
    DRAFT = "draft plan with the family"
    PLAN = "plan in force"
    REVIEW = "deciding after a review"
    NOT_ASSESSED = "decided not to assess"
    NOT_ISSUED = "decided not to issue a plan"
    WITHDRAWN = "request withdrawn"
    CEASED = "plan ceased"
    ELSEWHERE = "no longer this area’s"


CLOSED = frozenset(
    {
        Stage.NOTHING,
        Stage.PLAN,
        Stage.NOT_ASSESSED,
        Stage.NOT_ISSUED,
        Stage.WITHDRAWN,
        Stage.CEASED,
        Stage.ELSEWHERE,
    }
)
"""Stages in which no work is open, unless a duty is still owed."""


class DutyKind(StrEnum):
    """What the law asks next."""

    DECIDE_WHETHER_TO_ASSESS = "decide_whether_to_assess"
    TELL_OF_DECISION = "tell_of_decision"
    DECIDE_WHETHER_TO_ISSUE = "decide_whether_to_issue"
    SEND_FINAL_PLAN = "send_final_plan"
    DECIDE_AFTER_REVIEW = "decide_after_review"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that must be done, and by when. `about`: the decision that is still to be told."""

    kind: DutyKind
    deadline: Deadline
    about: Step | None = None


ASKED = frozenset({Step.REQUEST_RECEIVED, Step.BECAME_RESPONSIBLE})
REFUSALS = frozenset({Step.DECIDED_NOT_TO_ASSESS, Step.DECIDED_NOT_TO_ISSUE})
WHETHER_TO_ASSESS = frozenset({Step.DECIDED_TO_ASSESS, Step.DECIDED_NOT_TO_ASSESS})
AFTER_REVIEW = frozenset({Step.DECIDED_TO_AMEND, Step.DECIDED_TO_CEASE, Step.DECIDED_TO_MAINTAIN})


def position_of(history: CaseHistory) -> Position:
    """The state of every track of the life cycle."""
    last = max((fact.day for fact in history.facts), default=COMMENCEMENT)
    return position_after(history.happenings, LIFE_CYCLE.on(max(last, COMMENCEMENT)).value)


def stage_of(history: CaseHistory) -> Stage:
    """Where the case stands."""
    return _stage(history, position_of(history))


def duties_of(history: CaseHistory) -> tuple[Duty, ...]:
    """What is owed, the next thing first: at most one notice and the step that the stage waits for."""
    stage = stage_of(history)
    found = [_notice_owed(history)] if stage not in (Stage.CEASED, Stage.ELSEWHERE, Stage.WITHDRAWN) else []
    ask = DUTY_AT.get(stage)
    if ask is not None:
        found.append(ask(history))
    return tuple(duty for duty in found if duty is not None)


def request_received_on(history: CaseHistory) -> date | None:
    """The day on which the clock of 20 weeks started. A further request while one is open starts no other."""
    started = (fact.day for fact in history.facts if fact.step in ASKED)
    return next(started, None)


def final_plan_clock(history: CaseHistory) -> Deadline | None:
    """The 20 weeks of this request, whatever has become of it. None for a request that is not known."""
    return _from_request(history, final_plan_due)


def _stage(history: CaseHistory, position: Position) -> Stage:
    if not history.facts:
        return Stage.NOTHING
    if position[Track.RESPONSIBILITY] is not State.RESPONSIBLE:
        return Stage.ELSEWHERE
    plan, assessment = position[Track.PLAN], position[Track.ASSESSMENT]
    if plan in (State.IN_FORCE, State.KEPT):
        return Stage.REVIEW if position[Track.REVIEW] is State.REVIEW_MET else Stage.PLAN
    if assessment is not State.NOT_ASKED:
        return STAGES[assessment]
    if plan is State.TRANSFERRED:
        return Stage.ELSEWHERE
    return Stage.CEASED if plan is State.CEASED else Stage.WITHDRAWN


STAGES: Mapping[State, Stage] = {
    State.CONSIDERING: Stage.CONSIDERING,
    State.CONSULTED: Stage.CONSIDERING,
    State.NOT_ASSESSED: Stage.NOT_ASSESSED,
    State.ASSESSING: Stage.ASSESSING,
    State.NO_PLAN_DECIDED: Stage.NOT_ISSUED,
    State.PLAN_AGREED: Stage.WRITING,
    State.DRAFT: Stage.DRAFT,
    State.CONSIDERING_AGAIN: Stage.PLAN,
    State.NOT_REASSESSED: Stage.PLAN,
    State.REASSESSING: Stage.PLAN,
    State.REDRAFT: Stage.PLAN,
}


def _notice_owed(history: CaseHistory) -> Duty | None:
    """The family must be told in writing of a decision, by the same day as the decision itself was due."""
    for decision in notices_owed(history.happenings):
        deadline = deadline_of_decision(history, decision.kind, decision.happened_on)
        if deadline is not None:
            return Duty(DutyKind.TELL_OF_DECISION, deadline, decision.kind)
    return None


def deadline_of_decision(history: CaseHistory, decision: Step, decided_on: date) -> Deadline | None:
    """By when the family had to be told of this decision, if a limit in law is known here."""
    if decision in WHETHER_TO_ASSESS:
        return _from_request(history, decision_whether_to_assess_due)
    if decision is Step.DECIDED_NOT_TO_ISSUE:
        return _from_request(history, refusal_to_issue_due)
    if decision in AFTER_REVIEW:
        return _from_meeting(history, before=decided_on)
    return None


def _decide_whether_to_assess(history: CaseHistory) -> Duty | None:
    return _duty(DutyKind.DECIDE_WHETHER_TO_ASSESS, _from_request(history, decision_whether_to_assess_due))


def _decide_whether_to_issue(history: CaseHistory) -> Duty | None:
    return _duty(DutyKind.DECIDE_WHETHER_TO_ISSUE, _from_request(history, refusal_to_issue_due))


def _send_final_plan(history: CaseHistory) -> Duty | None:
    return _duty(DutyKind.SEND_FINAL_PLAN, _from_request(history, final_plan_due))


def _decide_after_review(history: CaseHistory) -> Duty | None:
    return _duty(DutyKind.DECIDE_AFTER_REVIEW, _from_meeting(history))


DUTY_AT: Mapping[Stage, Callable[[CaseHistory], Duty | None]] = {
    Stage.CONSIDERING: _decide_whether_to_assess,
    Stage.ASSESSING: _decide_whether_to_issue,
    Stage.WRITING: _send_final_plan,
    Stage.DRAFT: _send_final_plan,
    Stage.REVIEW: _decide_after_review,
}
"""What a stage waits for."""


def _duty(kind: DutyKind, deadline: Deadline | None) -> Duty | None:
    return Duty(kind, deadline) if deadline is not None else None


def _from_request(history: CaseHistory, due: Callable[[date], Deadline]) -> Deadline | None:
    received_on = request_received_on(history)
    return due_if_in_force(due, received_on) if received_on else None


def _from_meeting(history: CaseHistory, before: date = date.max) -> Deadline | None:
    meetings = [
        fact.day for fact in history.facts if fact.step is Step.REVIEW_MEETING_HELD and fact.day <= before
    ]
    return due_if_in_force(decision_after_review_due, meetings[-1]) if meetings else None


def due_if_in_force(due: Callable[[date], Deadline], event: date) -> Deadline | None:
    """The deadline, or None for an event before the law began: statements, not plans, were made then."""
    try:
        return due(event)
    except NotInForce:
        return None
