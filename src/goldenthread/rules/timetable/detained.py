"""The same steps for a person of 18 or under who is detained. Behind the flag `detained_persons`."""

from __future__ import annotations

from datetime import date

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import act, detained_regulation

DUTIES = Declarations("Detained persons")

FLAG = "detained_persons"
DETAINED_PERSONS_BEGAN = date(2015, 4, 1)

_REQUEST = "we got the request"
_RECEIVED = "the day the home authority received the request, or the person came to its attention"
_COMPLAIN = "If it has not come by then, ask us why. You can also complain."


def _weeks(amount: int, event: str) -> Limit:  # pragma: no mutate block (runs at import)
    return Limit(amount, Unit.WEEKS, Counting.WITHIN, event)


TIME_TO_DECIDE_WHEN_DETAINED = fixed(
    "time to decide whether to assess a detained person",
    _weeks(6, _REQUEST),
    detained_regulation("4 and 5", Confirmed.READ),
    DETAINED_PERSONS_BEGAN,
)
TIME_TO_REFUSE_WHEN_DETAINED = fixed(
    "time to give notice that no plan will be made for a detained person",
    _weeks(16, _REQUEST),
    detained_regulation("10", Confirmed.UNCONFIRMED),
    DETAINED_PERSONS_BEGAN,
)
TIME_TO_SEND_PLAN_WHEN_DETAINED = fixed(
    "time to send the final plan for a detained person",
    _weeks(20, _REQUEST),
    detained_regulation("13(2)", Confirmed.READ),
    DETAINED_PERSONS_BEGAN,
)
TIME_FOR_REPRESENTATIONS_WHEN_DETAINED = fixed(
    "time for representations about a detained person's draft plan",
    Limit(15, Unit.DAYS, Counting.BEGINNING_WITH, "the draft came"),
    detained_regulation("13(1)", Confirmed.READ),
    DETAINED_PERSONS_BEGAN,
)
TIME_TO_COMPLY_WHEN_DETAINED = fixed(
    "time to tell of an assessment or to change a school after a tribunal order, for a detained person",
    _weeks(2, "the order"),
    act("73", Confirmed.UNCONFIRMED),
    DETAINED_PERSONS_BEGAN,
)


def detained_decision_whether_to_assess_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_DECIDE_WHEN_DETAINED
) -> Deadline:
    """Within six weeks of the request or of coming to attention (S.I. 2015/62, regulations 4 and 5)."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    detained_decision_whether_to_assess_due,
    Declaration(
        title="Decide whether to assess a detained person",
        party=Party.HOME_COUNCIL,
        must="notify the appropriate person and the person in charge whether it will secure an assessment",
        what="We will tell you by {day} if we will assess.",
        if_not=_COMPLAIN,
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_DETAINED,
        appeal="section 73, if refused",
        as_soon_as_practicable=True,
        flag=FLAG,
    ),
)


def detained_refusal_to_issue_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_REFUSE_WHEN_DETAINED
) -> Deadline:
    """Within 16 weeks of the request (S.I. 2015/62, regulation 10; unconfirmed)."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    detained_refusal_to_issue_due,
    Declaration(
        title="Give notice that no plan will be made for a detained person",
        party=Party.HOME_COUNCIL,
        must="notify the appropriate person and the person in charge, with reasons, that it will not make a "
        "plan",
        what="If we will not make a plan, we must tell you by {day}.",
        if_not=_COMPLAIN,
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_DETAINED,
        appeal="section 73",
        as_soon_as_practicable=True,
        flag=FLAG,
    ),
)


def detained_final_plan_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_SEND_PLAN_WHEN_DETAINED
) -> Deadline:
    """Within 20 weeks of the request or of coming to attention (S.I. 2015/62, regulation 13(2))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    detained_final_plan_due,
    Declaration(
        title="Send the final plan for a detained person",
        party=Party.HOME_COUNCIL,
        must="send the finalised plan to the appropriate person, the person in charge, the youth "
        "offending team, the named institution and the health bodies",
        what="You should have the final plan by {day}.",
        if_not=_COMPLAIN,
        inputs={"request_received_on": _RECEIVED},
        grounds=grounds.WHEN_DETAINED,
        appeal="section 73",
        as_soon_as_practicable=True,
        flag=FLAG,
    ),
)


def detained_representations_due(
    draft_served_on: date, *, limit: Parameter[Limit] = TIME_FOR_REPRESENTATIONS_WHEN_DETAINED
) -> Deadline:
    """The last day of the 15 that begin with service of the draft (S.I. 2015/62, regulation 13(1))."""
    return deadline_after(draft_served_on, limit.on(draft_served_on))


DUTIES.declare(
    detained_representations_due,
    Declaration(
        title="Comment on a detained person's draft plan",
        party=Party.FAMILY,
        must="be given at least this long to make representations about the draft",
        what="You have until {day} to tell us what you think of the draft plan.",
        how="That gives you {limit}, and the first is the day it came, {start}.",
        if_not="If you need more time, ask us. We must not send the final plan before this time ends.",
        inputs={"draft_served_on": "the day the draft was served"},
        flag=FLAG,
    ),
)


def detained_tribunal_order_due(
    order_made_on: date, *, limit: Parameter[Limit] = TIME_TO_COMPLY_WHEN_DETAINED
) -> Deadline:
    """Within two weeks of the order (section 73 and its rules; unconfirmed)."""
    return deadline_after(order_made_on, limit.on(order_made_on))


DUTIES.declare(
    detained_tribunal_order_due,
    Declaration(
        title="Do what the tribunal ordered for a detained person",
        party=Party.HOME_COUNCIL,
        must="tell the appropriate person of the assessment, or change the school in the plan, as ordered",
        what="We must do what the tribunal told us to by {day}.",
        if_not="If we have not, tell us at once. You can also complain.",
        inputs={"order_made_on": "the date of the order"},
        flag=FLAG,
    ),
)
