"""By when must the council decide, refuse or send the plan after a request for an assessment?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import act, send_regulation

DUTIES = Declarations("Request and assessment")

_REQUEST = "we got your request"
_RECEIVED = "the day the council received the request, by any route"
_COMPLAIN = "If it has not come by then, ask us why. You can also complain."

TIME_TO_DECIDE_WHETHER_TO_ASSESS = fixed(
    "time to decide whether to assess",
    Limit(6, Unit.WEEKS, Counting.WITHIN, _REQUEST),
    send_regulation("5(1)", Confirmed.READ),
)
TIME_TO_REFUSE_TO_ISSUE = fixed(
    "time to give notice that no plan will be made",
    Limit(16, Unit.WEEKS, Counting.WITHIN, _REQUEST),
    send_regulation("10(1)", Confirmed.READ),
)
TIME_TO_SEND_FINAL_PLAN = fixed(
    "time to send the final plan",
    Limit(20, Unit.WEEKS, Counting.WITHIN, _REQUEST),
    send_regulation("13(2)", Confirmed.READ),
)
MONTHS_IN_WHICH_AN_ASSESSMENT_NEED_NOT_BE_REPEATED = fixed(
    "time in which an assessment need not be repeated",
    Limit(6, Unit.MONTHS, Counting.CORRESPONDING_DATE, "the last assessment ended"),
    act("36(6)(b)", Confirmed.INTERPRETATION),
)


def decision_whether_to_assess_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_DECIDE_WHETHER_TO_ASSESS
) -> Deadline:
    """The local authority must notify its decision whether to assess by this day (regulation 5(1))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    decision_whether_to_assess_due,
    Declaration(
        title="Decide whether to assess",
        party=Party.COUNCIL,
        must="notify the child's parent or the young person whether it will secure an EHC needs assessment",
        what="We will tell you by {day} if we will assess.",
        if_not=_COMPLAIN,
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_DECIDING_WHETHER_TO_ASSESS,
        notice="N2 or N3",
        appeal="section 51(2)(a), if refused",
        as_soon_as_practicable=True,
    ),
)


def refusal_to_issue_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_REFUSE_TO_ISSUE
) -> Deadline:
    """The local authority must give notice that it will not make a plan by this day (regulation 10(1))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    refusal_to_issue_due,
    Declaration(
        title="Give notice that no plan will be made",
        party=Party.COUNCIL,
        must="notify the child's parent or the young person, with reasons, that it will not make an EHC plan",
        what="If we will not make a plan, we must tell you by {day}.",
        if_not="If you have not heard from us by then, ask us why. You can also complain.",
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_REFUSING_OR_ISSUING,
        notice="N4",
        appeal="section 51(2)(b)",
        as_soon_as_practicable=True,
    ),
)


def final_plan_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_SEND_FINAL_PLAN
) -> Deadline:
    """The local authority must send the finalised plan by this day (regulation 13(2))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    final_plan_due,
    Declaration(
        title="Send the final plan",
        party=Party.COUNCIL,
        must="send the finalised plan to the child's parent or the young person, the institution it "
        "names and the responsible commissioning body",
        what="You should have the final plan by {day}.",
        if_not=_COMPLAIN,
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_REFUSING_OR_ISSUING,
        notice="N7",
        appeal="section 51(2)(c)",
        as_soon_as_practicable=True,
    ),
)


def recent_assessment_bar_due(
    last_assessment_ended_on: date,
    *,
    limit: Parameter[Limit] = MONTHS_IN_WHICH_AN_ASSESSMENT_NEED_NOT_BE_REPEATED,
) -> Deadline:
    """The last day inside six months of an earlier assessment (section 36(6)(b)), read from its end."""
    return deadline_after(last_assessment_ended_on, limit.on(last_assessment_ended_on))


DUTIES.declare(
    recent_assessment_bar_due,
    Declaration(
        title="Six months since the last assessment",
        party=Party.COUNCIL,
        must="notify the family that it is considering an assessment and decide, unless the request came "
        "within six months of an earlier assessment; even then it should acknowledge the request and "
        "give reasons",
        what="If you ask to be assessed by {day}, we can say no, as there was one not long ago.",
        how="That is {limit} after the last assessment ended on {start}.",
        if_not="You can still ask. If we say no, we must tell you why.",
        inputs={"last_assessment_ended_on": "the day the earlier assessment ended"},
    ),
)
