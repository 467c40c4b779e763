"""By when must the council decide, refuse or send the plan after a request for an assessment?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after
from goldenthread.rules.law import Confirmed, Parameter, Version
from goldenthread.rules.sources import COMMENCEMENT, send_regulation

TIME_TO_DECIDE_WHETHER_TO_ASSESS = Parameter(
    "time to decide whether to assess",
    (
        Version(
            COMMENCEMENT,
            Limit(6, Unit.WEEKS, Counting.WITHIN),
            send_regulation("5(1)", Confirmed.READ),
        ),
    ),
)
TIME_TO_REFUSE_TO_ISSUE = Parameter(
    "time to give notice that no plan will be made",
    (
        Version(
            COMMENCEMENT,
            Limit(16, Unit.WEEKS, Counting.WITHIN),
            send_regulation("10(1)", Confirmed.READ),
        ),
    ),
)
TIME_TO_SEND_FINAL_PLAN = Parameter(
    "time to send the final plan",
    (
        Version(
            COMMENCEMENT,
            Limit(20, Unit.WEEKS, Counting.WITHIN),
            send_regulation("13(2)", Confirmed.READ),
        ),
    ),
)


def decision_whether_to_assess_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_DECIDE_WHETHER_TO_ASSESS
) -> Deadline:
    """The local authority must notify its decision whether to assess by this day (regulation 5(1))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


def refusal_to_issue_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_REFUSE_TO_ISSUE
) -> Deadline:
    """The local authority must give notice that it will not make a plan by this day (regulation 10(1))."""
    return deadline_after(request_received_on, limit.on(request_received_on))


def final_plan_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_SEND_FINAL_PLAN
) -> Deadline:
    """The local authority must send the finalised plan by this day (regulation 13(2))."""
    return deadline_after(request_received_on, limit.on(request_received_on))
