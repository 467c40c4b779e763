"""By when must the council answer a request for re-assessment, and send the plan that follows?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import send_regulation

DUTIES = Declarations("Re-assessment")

TIME_TO_DECIDE_WHETHER_TO_REASSESS = fixed(
    "time to decide whether to re-assess",
    Limit(15, Unit.DAYS, Counting.WITHIN, "we got your request"),
    send_regulation("25(1)", Confirmed.SECONDARY),
)
TIME_TO_SEND_PLAN_AFTER_REASSESSMENT = fixed(
    "time to send the final plan after re-assessment",
    Limit(14, Unit.WEEKS, Counting.WITHIN, "we agreed to assess again"),
    send_regulation("27(2)", Confirmed.READ),
)
MONTHS_IN_WHICH_A_REASSESSMENT_MAY_BE_REFUSED = fixed(
    "time after an assessment in which re-assessment may be refused",
    Limit(6, Unit.MONTHS, Counting.CORRESPONDING_DATE, "the last assessment ended"),
    send_regulation("24", Confirmed.INTERPRETATION),
)


def decision_whether_to_reassess_due(
    reassessment_request_received_on: date,
    *,
    limit: Parameter[Limit] = TIME_TO_DECIDE_WHETHER_TO_REASSESS,
) -> Deadline:
    """The decision on a request for re-assessment is due by this day (regulation 25(1)), in calendar days."""
    return deadline_after(reassessment_request_received_on, limit.on(reassessment_request_received_on))


DUTIES.declare(
    decision_whether_to_reassess_due,
    Declaration(
        title="Decide whether to re-assess",
        party=Party.COUNCIL,
        must="notify the family and the others told whether it will re-assess",
        what="We will tell you by {day} if we will assess again.",
        if_not="If you have not heard by then, ask us why. You can also complain.",
        inputs={"reassessment_request_received_on": "the day the council received the request"},
        notice="N15",
        appeal="section 51(2)(d), if refused",
    ),
)


def final_plan_after_reassessment_due(
    agreement_notified_on: date, *, limit: Parameter[Limit] = TIME_TO_SEND_PLAN_AFTER_REASSESSMENT
) -> Deadline:
    """The final plan after a re-assessment is due by this day (regulation 27(2))."""
    return deadline_after(agreement_notified_on, limit.on(agreement_notified_on))


DUTIES.declare(
    final_plan_after_reassessment_due,
    Declaration(
        title="Send the final plan after re-assessment",
        party=Party.COUNCIL,
        must="send the finalised plan after a re-assessment",
        what="You should have the final plan by {day}.",
        if_not="If it has not come by then, ask us why. You can also complain.",
        inputs={"agreement_notified_on": "the day the council notified that it would re-assess"},
        grounds=grounds.WHEN_REASSESSING,
        notice="N7",
        appeal="section 51(2)(c)",
        as_soon_as_practicable=True,
    ),
)


def recent_reassessment_bar_due(
    last_assessment_ended_on: date,
    *,
    limit: Parameter[Limit] = MONTHS_IN_WHICH_A_REASSESSMENT_MAY_BE_REFUSED,
) -> Deadline:
    """The last day inside six months of an assessment (regulation 24), read from its end."""
    return deadline_after(last_assessment_ended_on, limit.on(last_assessment_ended_on))


DUTIES.declare(
    recent_reassessment_bar_due,
    Declaration(
        title="Six months in which re-assessment may be refused",
        party=Party.COUNCIL,
        must="decide on a request for re-assessment on its merits once six months have passed since the last "
        "assessment or re-assessment",
        what="If you ask to be assessed by {day}, we can say no, as there was one not long ago.",
        if_not="You can still ask. If we say no, we must tell you why and you can appeal.",
        inputs={"last_assessment_ended_on": "the day the last assessment or re-assessment ended"},
    ),
)
