"""How often must a plan be reviewed, by kind of plan and stage of education?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party, Standing
from goldenthread.rules.law import Confirmed, Parameter, Version
from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.sources import COMMENCEMENT, act, code_of_practice, planning
from goldenthread.rules.timetable.review import TIME_TO_DECIDE_AFTER_REVIEW

DUTIES = Declarations("When a review is due")

EHC_PLAN = "EHC plan"


class Stage(Enum):
    """The stage of education that a review cycle may depend on."""

    EARLY_YEARS = "early years"
    SCHOOL_AGE = "school age"
    POST_16 = "post-16"


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """How often plans of one kind are reviewed at some stages; with no limit, at each phase transfer."""

    plan_kind: str
    stages: frozenset[Stage]
    limit: Limit | None
    party: Party

    def __str__(self) -> str:
        stages = "at every stage" if self.stages == frozenset(Stage) else f"at {_named(self.stages)}"
        every = (
            "at each phase transfer" if self.limit is None else f"within {self.limit} ({self.limit.counting})"
        )
        return f"{self.plan_kind} {stages}: {every}, by {self.party.value}"


def _named(stages: frozenset[Stage]) -> str:
    return ", ".join(stage.value for stage in Stage if stage in stages)


ReviewScheme = tuple[ReviewRule, ...]

_YEARLY = Limit(12, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH)
_EVERY_STAGE = frozenset(Stage)

REVIEW_SCHEMES: Parameter[ReviewScheme] = Parameter(
    "review cycles by kind of plan and stage",
    (
        Version(
            COMMENCEMENT,
            (ReviewRule(EHC_PLAN, _EVERY_STAGE, _YEARLY, Party.COUNCIL),),
            act("44(1)", Confirmed.SECONDARY),
        ),
    ),
)
EARLY_YEARS_REVIEW_FROM = fixed(
    "time after which a plan for an under-five might be reviewed",
    Limit(3, Unit.MONTHS, Counting.CORRESPONDING_DATE),
    code_of_practice("9.178"),
)
EARLY_YEARS_REVIEW_BY = fixed(
    "time in which a plan for an under-five might be reviewed",
    Limit(6, Unit.MONTHS, Counting.CORRESPONDING_DATE),
    code_of_practice("9.178"),
)

_WHAT = "Your plan must be reviewed by {day}."
_HOW = "That is within 12 months, and the first day is {start}."
_HOW_AT_TRANSFER = "The law now says before the next move, not each year."
_IF_NOT = "If it has not been done by then, ask us why. You can also complain."
_KIND = "the kind of plan; an EHC plan unless you say otherwise"
_STAGE = "the stage of education, where the cycle depends on it"
_TRANSFER = "the day the duty phase_transfer gives for the next move, where the cycle depends on it"
_MADE_OR_REVIEWED = "the day the plan was first made, or was last reviewed"


def first_review_due(
    plan_made_on: date,
    plan_kind: str = EHC_PLAN,
    stage: Stage | None = None,
    next_transfer_due_on: date | None = None,
    *,
    schemes: Parameter[ReviewScheme] = REVIEW_SCHEMES,
) -> Deadline:
    """The first review is complete within 12 months starting with the day the plan was made (s.44(1)(a))."""
    cycle = cycle_on(plan_made_on, plan_kind, stage, schemes)
    if cycle.value is None:
        return _at_phase_transfer(plan_made_on, next_transfer_due_on, cycle)
    return deadline_after(plan_made_on, Version(cycle.in_force_from, cycle.value, cycle.source))


DUTIES.declare(
    first_review_due,
    Declaration(
        title="First review of a plan",
        party=Party.COUNCIL,
        must="review the plan, decision included, within 12 months starting with the day it was first made",
        what=_WHAT,
        how=_HOW,
        how_without_limit=_HOW_AT_TRANSFER,
        if_not=_IF_NOT,
        inputs={
            "plan_made_on": "the day the plan was first made",
            "plan_kind": _KIND,
            "stage": _STAGE,
            "next_transfer_due_on": _TRANSFER,
        },
        sources=(code_of_practice("9.169"),),
    ),
)


def next_review_due(
    last_reviewed_on: date,
    review_meeting_held_on: date | None = None,
    plan_kind: str = EHC_PLAN,
    stage: Stage | None = None,
    next_transfer_due_on: date | None = None,
    *,
    schemes: Parameter[ReviewScheme] = REVIEW_SCHEMES,
) -> Deadline:
    """Within 12 months starting with the day last reviewed (s.44(1)(b)): by default the decision's day."""
    cycle = cycle_on(last_reviewed_on, plan_kind, stage, schemes)
    if cycle.value is None:
        return _at_phase_transfer(last_reviewed_on, next_transfer_due_on, cycle)
    due = deadline_after(last_reviewed_on, Version(cycle.in_force_from, cycle.value, cycle.source))
    if review_meeting_held_on is None:
        return due
    return replace(due, alternative_on=cycle.value.count(review_meeting_held_on, cycle.value.amount))


DUTIES.declare(
    next_review_due,
    Declaration(
        title="Next review of a plan",
        party=Party.COUNCIL,
        must="review the plan, decision included, within 12 months starting with the day last reviewed",
        what=_WHAT,
        how=_HOW,
        how_without_limit=_HOW_AT_TRANSFER,
        if_not=_IF_NOT,
        inputs={
            "last_reviewed_on": "the day of the decision after the last review (Code of Practice 9.169)",
            "review_meeting_held_on": "the day of the last review meeting, for the tighter reading",
            "plan_kind": _KIND,
            "stage": _STAGE,
            "next_transfer_due_on": _TRANSFER,
        },
        other_reading="last reviewed on the day of the meeting",
        sources=(code_of_practice("9.169"),),
    ),
)


def latest_review_meeting_due(
    plan_made_or_last_reviewed_on: date,
    *,
    schemes: Parameter[ReviewScheme] = REVIEW_SCHEMES,
    decision: Parameter[Limit] = TIME_TO_DECIDE_AFTER_REVIEW,
) -> Deadline:
    """Planning date: the end of the 12 months (s.44(1)) less the time to decide (regulation 20(10))."""
    review = first_review_due(plan_made_or_last_reviewed_on, schemes=schemes)
    weeks = decision.on(plan_made_or_last_reviewed_on).value.amount
    due_on = review.due_on - timedelta(weeks=weeks)
    source = planning("from section 44(1) and regulation 20(10)")
    return Deadline(due_on, due_on, None, review.counting, source, plan_made_or_last_reviewed_on)


DUTIES.declare(
    latest_review_meeting_due,
    Declaration(
        title="Latest review meeting that leaves the time to decide",
        party=Party.COUNCIL,
        must="a later meeting leaves less than the full time to decide before the review is due",
        what="It is best to hold the review meeting by {day}.",
        how="That leaves us time to decide before the review is due.",
        if_not="If it is later, ask us how we will still be on time.",
        inputs={"plan_made_or_last_reviewed_on": _MADE_OR_REVIEWED},
        standing=Standing.PLANNING,
    ),
)


def early_years_review_due(
    plan_made_or_last_reviewed_on: date,
    *,
    by: Parameter[Limit] = EARLY_YEARS_REVIEW_BY,
    opens: Parameter[Limit] = EARLY_YEARS_REVIEW_FROM,
) -> Deadline:
    """A review is suggested from 3 to 6 months on (Code of Practice 9.178, guidance)."""
    day = plan_made_or_last_reviewed_on
    return replace(deadline_after(day, by.on(day)), opens_on=deadline_after(day, opens.on(day)).due_on)


DUTIES.declare(
    early_years_review_due,
    Declaration(
        title="Consider a review for a child under five",
        party=Party.COUNCIL,
        must="consider reviewing the plan of a child under five every three to six months, in a lighter form",
        what="We should think about a review from {opens}, and do it by {day}.",
        how="That is 3 to 6 months after {start}.",
        if_not="If you would like a review sooner, ask us. There must be one each year.",
        inputs={"plan_made_or_last_reviewed_on": _MADE_OR_REVIEWED},
    ),
)


def cycle_on(
    day: date, plan_kind: str, stage: Stage | None, schemes: Parameter[ReviewScheme] = REVIEW_SCHEMES
) -> Version[Limit | None]:
    """The cycle in force on `day` (section 44(1) today): a limit, or None for review at phase transfer.

    Raises NotUnderstood for a kind of plan the law does not know that day, or a stage it needs and lacks.
    """
    version = schemes.on(day)
    rules = [
        rule
        for rule in version.value
        if rule.plan_kind.lower() == plan_kind.lower() and (stage is None or stage in rule.stages)
    ]
    if not rules:
        kinds = sorted({rule.plan_kind for rule in version.value})
        raise NotUnderstood(f"the law knows no {plan_kind} on {day.isoformat()}, only: {', '.join(kinds)}")
    limits = {rule.limit for rule in rules}
    if len(limits) > 1:
        raise NotUnderstood("say the stage: how often this plan is reviewed depends on it")
    return Version(version.in_force_from, limits.pop(), version.source)


def _at_phase_transfer(
    event: date, next_transfer_due_on: date | None, cycle: Version[Limit | None]
) -> Deadline:
    if next_transfer_due_on is None:
        raise NotUnderstood("say next_transfer_due_on: this plan is reviewed at each phase transfer")
    day = next_transfer_due_on
    return Deadline(day, day, None, Counting.BEFORE_A_DATE, cycle.source, event)
