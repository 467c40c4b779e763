"""From a request to a final plan: sections 36 to 39, regulations 3 to 14."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed
from goldenthread.rules.lifecycle import checks
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.step_rules.rule import WITHOUT_PLAN, StepRule, comes_in
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.sources import act, code_of_practice, send_regulation

_TRACK = Track.ASSESSMENT
_NOTHING_OPEN = (State.NOT_ASKED, State.NOT_ASSESSED, State.NO_PLAN_DECIDED)
_ASKED = (
    comes_in(_TRACK, State.CONSIDERING, *_NOTHING_OPEN, then=State.CONSIDERING),
    comes_in(_TRACK, State.CONSULTED),
    WITHOUT_PLAN,
    comes_in(Track.RESPONSIBILITY, State.RESPONSIBLE, State.MOVED, then=State.RESPONSIBLE),
)
_ADVICE_MAY_COME = comes_in(
    _TRACK, State.ASSESSING, State.PLAN_AGREED, State.DRAFT, State.REASSESSING, State.REDRAFT
)

REQUEST_TO_PLAN = (
    StepRule(
        Step.REQUEST_RECEIVED,
        "A parent, a young person, or a school or college may ask for an assessment.",
        act("36(1)", Confirmed.READ),
        _ASKED,
    ),
    StepRule(
        Step.BECAME_RESPONSIBLE,
        "Anyone may bring a child or young person to the authority's notice, and it may become responsible.",
        send_regulation("5(1)(b)", Confirmed.READ),
        _ASKED,
    ),
    StepRule(
        Step.FAMILY_CONSULTED,
        "The authority must tell the family that it is considering an assessment, and ask for their views.",
        act("36(4)", Confirmed.READ),
        (comes_in(_TRACK, State.CONSIDERING, State.CONSULTED, then=State.CONSULTED),),
    ),
    StepRule(
        Step.REQUEST_WITHDRAWN,
        "Whoever asked may withdraw the request before a final plan is sent.",
        act("36(1)", Confirmed.INTERPRETATION),
        (
            comes_in(
                _TRACK,
                State.CONSIDERING,
                State.CONSULTED,
                State.ASSESSING,
                State.PLAN_AGREED,
                State.DRAFT,
                State.CONSIDERING_AGAIN,
                State.REASSESSING,
                State.REDRAFT,
                then=State.NOT_ASKED,
            ),
        ),
    ),
    StepRule(
        Step.DECIDED_TO_ASSESS,
        "The authority must assess where a plan may be necessary. It may also change a refusal, and must "
        "when the tribunal orders it.",
        act("36(8)", Confirmed.SECONDARY),
        (comes_in(_TRACK, State.CONSULTED, State.NOT_ASSESSED, then=State.ASSESSING), WITHOUT_PLAN),
    ),
    StepRule(
        Step.DECIDED_NOT_TO_ASSESS,
        "The authority may refuse where the test for an assessment is not met, and must give its reasons.",
        act("36(5)", Confirmed.READ),
        (comes_in(_TRACK, State.CONSULTED, then=State.NOT_ASSESSED), WITHOUT_PLAN),
    ),
    StepRule(
        Step.ADVICE_SOUGHT,
        "The authority must seek advice from each of those whom the Regulations list.",
        send_regulation("6(1)", Confirmed.SECONDARY),
        (_ADVICE_MAY_COME,),
    ),
    StepRule(
        Step.ADVICE_RECEIVED,
        "Each adviser must reply within six weeks of being asked.",
        send_regulation("8(1)", Confirmed.READ),
        (_ADVICE_MAY_COME,),
    ),
    StepRule(
        Step.ADVICE_REUSED,
        "Earlier advice may stand if the authority, its author and the family all agree that it is enough.",
        send_regulation("6(4)", Confirmed.READ),
        (comes_in(_TRACK, State.ASSESSING, State.REASSESSING),),
    ),
    StepRule(
        Step.DECIDED_TO_ISSUE,
        "The authority must prepare a plan where the assessment shows that one is necessary.",
        act("37(1)", Confirmed.READ),
        (comes_in(_TRACK, State.ASSESSING, State.NO_PLAN_DECIDED, then=State.PLAN_AGREED), WITHOUT_PLAN),
        guards=(checks.TOLD_OF_ASSESSMENT, checks.ADVICE_ASKED),
    ),
    StepRule(
        Step.DECIDED_NOT_TO_ISSUE,
        "The authority may decide, after the assessment, that a plan is not necessary.",
        send_regulation("10(1)", Confirmed.READ),
        (comes_in(_TRACK, State.ASSESSING, then=State.NO_PLAN_DECIDED), WITHOUT_PLAN),
        guards=(checks.TOLD_OF_ASSESSMENT, checks.ADVICE_ASKED),
    ),
    StepRule(
        Step.DRAFT_SENT,
        "The family must have a draft first. A fresh draft starts a fresh time for their views.",
        send_regulation("13(1)", Confirmed.READ),
        (
            comes_in(_TRACK, State.PLAN_AGREED, State.DRAFT, then=State.DRAFT),
            comes_in(_TRACK, State.REASSESSING, State.REDRAFT, then=State.REDRAFT),
        ),
        guards=(checks.TOLD_OF_REASSESSMENT, checks.ADVICE_ASKED),
    ),
    StepRule(
        Step.REPRESENTATIONS_RECEIVED,
        "The family may give views on the draft, ask for a school or college, and ask for a meeting.",
        send_regulation("13(1)(a)", Confirmed.READ),
    ),
    StepRule(
        Step.SETTING_CONSULTED,
        "The authority must consult the school or college that the family asks for, and any other that it "
        "may name.",
        act("39(2)", Confirmed.READ),
    ),
    StepRule(
        Step.SETTING_REPLIED,
        "A school or college that is consulted should reply within 15 days.",
        code_of_practice("9.83"),
    ),
    StepRule(
        Step.FINAL_PLAN_SENT,
        "The authority must send the final plan to the family, the school or college and the health "
        "commissioner.",
        send_regulation("13(2)", Confirmed.READ),
        (
            comes_in(_TRACK, State.DRAFT, State.REDRAFT, then=State.NOT_ASKED),
            comes_in(
                Track.PLAN,
                State.NO_PLAN,
                State.TRANSFERRED,
                State.CEASED,
                State.IN_FORCE,
                then=State.IN_FORCE,
            ),
        ),
        guards=(checks.VIEWS_ON_DRAFT_HEARD, checks.SETTING_CONSULTED),
    ),
)
