"""While a plan is in force: review, amendment, re-assessment and ceasing (sections 44 and 45)."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed
from goldenthread.rules.lifecycle import checks
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.step_rules.rule import (
    NOT_MOVED,
    PLAN_ENDS,
    WITH_PLAN,
    StepRule,
    comes_in,
)
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.sources import act, send_regulation

_A, _R, _M, _C = Track.ASSESSMENT, Track.REVIEW, Track.AMENDMENT, Track.CEASING
_DECIDES_ANY_MEETING = (
    comes_in(_R, State.REVIEW_MET, then=State.NO_REVIEW),
    comes_in(_R, State.NO_REVIEW, State.REVIEW_CALLED),
)

REVIEW_AND_AMENDMENT = (
    StepRule(
        Step.REVIEW_CALLED,
        "A plan must be reviewed at least every 12 months, and the meeting needs two weeks' notice.",
        send_regulation("20(3)", Confirmed.READ),
        (
            WITH_PLAN,
            comes_in(_R, State.NO_REVIEW, State.REVIEW_CALLED, State.REVIEW_MET, then=State.REVIEW_CALLED),
        ),
    ),
    StepRule(
        Step.REVIEW_MEETING_HELD,
        "The meeting considers progress towards the outcomes in the plan.",
        send_regulation("20(5)", Confirmed.READ),
        (WITH_PLAN, comes_in(_R, State.REVIEW_CALLED, then=State.REVIEW_MET)),
    ),
    StepRule(
        Step.REVIEW_REPORT_SENT,
        "A report of the meeting must go to everyone invited within two weeks.",
        send_regulation("20(7)", Confirmed.SECONDARY),
        (WITH_PLAN, comes_in(_R, State.REVIEW_MET)),
    ),
    StepRule(
        Step.DECIDED_TO_MAINTAIN,
        "Within four weeks of the meeting the authority must decide to keep, amend or cease the plan.",
        send_regulation("20(10)", Confirmed.READ),
        (WITH_PLAN, comes_in(_R, State.REVIEW_MET, then=State.NO_REVIEW)),
    ),
    StepRule(
        Step.DECIDED_TO_AMEND,
        "Within four weeks of the meeting the authority must decide to keep, amend or cease the plan. It may "
        "also amend a plan at other times.",
        send_regulation("20(10)", Confirmed.READ),
        (
            WITH_PLAN,
            *_DECIDES_ANY_MEETING,
            comes_in(_M, State.NO_AMENDMENT, then=State.AMENDING),
            comes_in(_M, State.AMENDING, State.AMENDMENT_PROPOSED),
        ),
    ),
    StepRule(
        Step.AMENDMENT_NOTICE_SENT,
        "The family must have notice of the exact changes, with at least 15 days for their views.",
        send_regulation("22(2)", Confirmed.READ),
        (
            WITH_PLAN,
            *_DECIDES_ANY_MEETING,
            comes_in(
                _M,
                State.NO_AMENDMENT,
                State.AMENDING,
                State.AMENDMENT_PROPOSED,
                then=State.AMENDMENT_PROPOSED,
            ),
        ),
    ),
    StepRule(
        Step.DECIDED_NOT_TO_AMEND,
        "After considering the family's views the authority may decide not to make the changes.",
        send_regulation("22(4)", Confirmed.UNCONFIRMED),
        (WITH_PLAN, comes_in(_M, State.AMENDMENT_PROPOSED, then=State.NO_AMENDMENT)),
        guards=(checks.VIEWS_ON_CHANGES_HEARD,),
    ),
    StepRule(
        Step.AMENDED_PLAN_SENT,
        "The amended plan must be sent within eight weeks of the notice.",
        send_regulation("22(3)", Confirmed.READ),
        (WITH_PLAN, comes_in(_M, State.AMENDMENT_PROPOSED, then=State.NO_AMENDMENT)),
        guards=(checks.VIEWS_ON_CHANGES_HEARD,),
    ),
)

REASSESSMENT = (
    StepRule(
        Step.REASSESSMENT_REQUESTED,
        "The family, the school or college, or the health commissioner may ask for a re-assessment.",
        act("44(2)", Confirmed.SECONDARY),
        (
            WITH_PLAN,
            comes_in(
                _A,
                State.NOT_ASKED,
                State.CONSIDERING_AGAIN,
                State.NOT_REASSESSED,
                then=State.CONSIDERING_AGAIN,
            ),
        ),
    ),
    StepRule(
        Step.DECIDED_TO_REASSESS,
        "The authority may re-assess when asked, or when it thinks that a re-assessment is needed.",
        act("44(3)", Confirmed.READ),
        (
            WITH_PLAN,
            comes_in(
                _A, State.NOT_ASKED, State.CONSIDERING_AGAIN, State.NOT_REASSESSED, then=State.REASSESSING
            ),
        ),
    ),
    StepRule(
        Step.DECIDED_NOT_TO_REASSESS,
        "The authority may refuse within six months of the last assessment, or where none is necessary.",
        send_regulation("24", Confirmed.SECONDARY),
        (WITH_PLAN, comes_in(_A, State.CONSIDERING_AGAIN, then=State.NOT_REASSESSED)),
    ),
    StepRule(
        Step.DECIDED_NOT_TO_REPLACE,
        "After a re-assessment the authority may decide that the plan stays as it is.",
        act("51(2)(e)", Confirmed.READ),
        (WITH_PLAN, comes_in(_A, State.REASSESSING, State.REDRAFT, then=State.NOT_ASKED)),
        guards=(checks.TOLD_OF_REASSESSMENT, checks.ADVICE_ASKED, checks.VIEWS_ON_DRAFT_HEARD),
    ),
)

CEASING = (
    StepRule(
        Step.CEASING_PROPOSED,
        "Before deciding to cease, the authority must tell and consult the family and the head or principal.",
        send_regulation("31", Confirmed.READ),
        (WITH_PLAN, NOT_MOVED, comes_in(_C, State.NOT_CEASING, then=State.CEASING_PROPOSED)),
    ),
    StepRule(
        Step.CEASING_DROPPED,
        "After consulting, or before the plan has ceased, the authority may decide to keep it.",
        send_regulation("31", Confirmed.INTERPRETATION),
        (
            WITH_PLAN,
            comes_in(_C, State.CEASING_PROPOSED, State.CEASING_DECIDED, then=State.NOT_CEASING),
        ),
    ),
    StepRule(
        Step.DECIDED_TO_CEASE,
        "The authority may cease a plan that is no longer necessary, or for someone who is no longer its "
        "responsibility.",
        act("45(1)", Confirmed.READ),
        (
            WITH_PLAN,
            NOT_MOVED,
            *_DECIDES_ANY_MEETING,
            comes_in(_C, State.CEASING_PROPOSED, then=State.CEASING_DECIDED),
        ),
    ),
    StepRule(
        Step.PLAN_CEASED,
        "The plan ends once the time to appeal has passed, or the appeal is decided.",
        act("45(4)", Confirmed.READ),
        (
            comes_in(Track.PLAN, State.IN_FORCE, then=State.CEASED),
            NOT_MOVED,
            comes_in(_C, State.CEASING_DECIDED, then=State.NOT_CEASING),
            *(move for move in PLAN_ENDS if move.track is not _C),
        ),
        guards=(checks.TOLD_OF_CEASING, checks.HELD_FOR_APPEAL),
    ),
)
