"""What does a return say happened to a case? A declared payload as happenings, by the question answered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Any

from goldenthread.rules.lifecycle import NO_DETAILS, Details, Step
from goldenthread.rules.lifecycle.invariants import NOTICE_OF


class Question(Enum):
    """What a return answers about a case, in the order in which things happen."""

    REQUEST = auto()
    WHETHER_TO_ASSESS = auto()
    WHETHER_TO_ISSUE = auto()
    FINAL_PLAN = auto()
    WITHDRAWAL = auto()
    REVIEW_MEETING = auto()
    REVIEW_DECISION = auto()
    CEASING = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a return says happened. `day` is None where it says that, but not when."""

    step: Step
    day: date | None
    details: Details = NO_DETAILS
    excuse_claimed: bool = False
    """The return says that an allowed exception to the limit applies, not which, and with no evidence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a return says to one question; nothing said means that it had not happened by census day.

    `historical`: settled before the return's year ("H"), so an older return that gave the day knows
    better, and a limit in law cannot be tested against it.
    """

    said: tuple[Said, ...] = ()
    historical: bool = False


Answers = dict[Question, Answer]
"""A question that a return is silent about is not there."""

REVIEW_DECISIONS = {
    "A": Step.DECIDED_TO_AMEND,
    "C": Step.DECIDED_TO_CEASE,
    "M": Step.DECIDED_TO_MAINTAIN,
}
HISTORICAL = ("H", "S")
"""Outcomes that point to an earlier year or to another authority."""


def answers(payload: dict[str, Any]) -> Answers:
    """What the payload of a declared entry (`casework.declared`) answers."""
    request = payload.get("request") or {}
    assessment = payload.get("assessment") or {}
    plan = payload.get("named_plan") or {}
    active = payload.get("active_plan") or {}
    return {
        **(
            _received_plan()
            if active.get("transferred_from")
            else _request_to_plan(request, assessment, plan, active)
        ),
        **_withdrawal(request, assessment),
        **(_reviews(active) if active else {}),
        **(_ceasing(plan) if plan else {}),
    }


def _received_plan() -> Answers:
    """The plan came from another authority: what that one decided, and when, is not this area's."""
    return {Question.FINAL_PLAN: Answer((Said(Step.PLAN_RECEIVED, None),), historical=True)}


def _request_to_plan(
    request: dict[str, Any], assessment: dict[str, Any], plan: dict[str, Any], active: dict[str, Any]
) -> Answers:
    received = _day(request, "received_on")
    return {
        **({Question.REQUEST: Answer((Said(Step.REQUEST_RECEIVED, received),))} if received else {}),
        **_whether_to_assess(request, bool(assessment or plan or active)),
        **_whether_to_issue(assessment, plan),
        **_plan(assessment, plan),
    }


def _whether_to_assess(request: dict[str, Any], went_on: bool) -> Answers:
    outcome, day = request.get("outcome"), _day(request, "outcome_on")
    if outcome == "Y":
        return {Question.WHETHER_TO_ASSESS: Answer(_decision(Step.DECIDED_TO_ASSESS, day))}
    if outcome == "N":
        refusal = _decision(Step.DECIDED_NOT_TO_ASSESS, day)
        # a refusal stands in the return even when it was overturned and an assessment followed
        overturned = _decision(Step.DECIDED_TO_ASSESS, None) if went_on else ()
        return {Question.WHETHER_TO_ASSESS: Answer(refusal + overturned)}
    if outcome in HISTORICAL and went_on:
        settled = _decision(Step.DECIDED_TO_ASSESS, None)
        return {Question.WHETHER_TO_ASSESS: Answer(settled, historical=True)}
    return {Question.WHETHER_TO_ASSESS: Answer()} if outcome == "A" else {}


def _whether_to_issue(assessment: dict[str, Any], plan: dict[str, Any]) -> Answers:
    outcome, day = assessment.get("outcome"), _day(assessment, "outcome_on")
    if outcome == "N":
        return {Question.WHETHER_TO_ISSUE: Answer(_decision(Step.DECIDED_NOT_TO_ISSUE, day))}
    if outcome == "Y" and day is None and not plan:
        return {Question.WHETHER_TO_ISSUE: Answer((Said(Step.DECIDED_TO_ISSUE, None),))}
    return {Question.WHETHER_TO_ISSUE: Answer()} if outcome == "A" else {}


def _plan(assessment: dict[str, Any], plan: dict[str, Any]) -> Answers:
    """When the final plan went out. The outcome date of an assessment with outcome Y is that day."""
    outcome, started = assessment.get("outcome"), _day(plan, "started_on")
    issued = _day(assessment, "outcome_on") if outcome == "Y" else None
    if issued or plan:
        excused = bool(assessment.get("exception"))
        said = Said(Step.FINAL_PLAN_SENT, issued or started, excuse_claimed=excused)
        return {Question.FINAL_PLAN: Answer((said,), historical=outcome != "Y")}
    return {Question.FINAL_PLAN: Answer()} if outcome in ("A", "N", "Y") else {}


def _withdrawal(request: dict[str, Any], assessment: dict[str, Any]) -> Answers:
    if "W" in (request.get("outcome"), assessment.get("outcome")):
        return {Question.WITHDRAWAL: Answer((Said(Step.REQUEST_WITHDRAWN, None),))}
    return {Question.WITHDRAWAL: Answer()}


def _reviews(active: dict[str, Any]) -> Answers:
    """The latest meeting and what was decided after it. `last_review_on` is the day the decision was sent.

    A meeting whose decision was sent without saying which it was leaves nothing open, and no step to name.
    """
    meeting, sent = _day(active, "review_meeting_on"), _day(active, "last_review_on")
    step = REVIEW_DECISIONS.get(active.get("review_outcome") or "")
    sent_after = sent if meeting and sent and sent >= meeting else None
    if meeting is None or (step is None and sent_after):
        return {Question.REVIEW_MEETING: Answer(), Question.REVIEW_DECISION: Answer()}
    decided = _decision(step, sent_after) if step else ()
    return {
        Question.REVIEW_MEETING: Answer((Said(Step.REVIEW_MEETING_HELD, meeting),)),
        Question.REVIEW_DECISION: Answer(decided),
    }


def _ceasing(plan: dict[str, Any]) -> Answers:
    ceased = _day(plan, "ceased_on")
    return {Question.CEASING: Answer((Said(Step.PLAN_CEASED, ceased),) if ceased else ())}


def _decision(step: Step, told_on: date | None) -> tuple[Said, ...]:
    """A decision and its notice: the return gives the one day on which the family was told.

    A decision to amend has no notice of its own: the changes that are proposed are its letter.
    """
    if step not in NOTICE_OF:
        return (Said(step, told_on),)
    return (Said(step, told_on), Said(Step.DECISION_NOTIFIED, told_on, Details(about=step)))


def _day(part: dict[str, Any], name: str) -> date | None:
    value = part.get(name)
    return date.fromisoformat(value) if value else None


def with_days(said: list[Said], as_at: date) -> Iterator[tuple[Said, bool]]:
    """The same with a day for each, and whether the return gives it.

    What has no day of its own happened by the day of whatever the return says came next, at the
    latest by census day.
    """
    dated: list[tuple[Said, bool]] = []
    latest = as_at
    for one in reversed(said):
        if one.day is not None:
            latest = min(one.day, as_at)
        dated.append((one if one.day is not None else replace(one, day=latest), one.day is not None))
    return reversed(dated)


def newer_over_older(older: Answers, newer: Answers) -> Answers:
    """A newer return replaces what an older one declared; "settled earlier" keeps what the older knew."""
    kept = dict(older)
    for question, answer in newer.items():
        if answer.historical and kept.get(question, Answer()).said:
            continue
        kept[question] = answer
    return kept
