"""How long is a family's time to comment on a draft, and when must a draft go out to leave it?"""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party, Standing
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import code_of_practice, planning, send_regulation
from goldenthread.rules.timetable.assessment import TIME_TO_SEND_FINAL_PLAN, final_plan_due

DUTIES = Declarations("Draft plan and consultation")

_ONE_DAY = timedelta(days=1)
_SERVED = "the day the draft was served on the family"
_RECEIVED = "the day the council received the request, by any route"

TIME_FOR_REPRESENTATIONS = fixed(
    "time for representations about a draft plan",
    Limit(15, Unit.DAYS, Counting.BEGINNING_WITH, "the draft came"),
    send_regulation("13(1)(a)", Confirmed.READ),
)
TIME_FOR_A_SCHOOL_TO_REPLY = fixed(
    "time for a school or college to reply to a consultation",
    Limit(15, Unit.DAYS, Counting.WITHIN, "we asked them"),
    code_of_practice("9.83"),
)


def representations_due(
    draft_served_on: date, *, limit: Parameter[Limit] = TIME_FOR_REPRESENTATIONS
) -> Deadline:
    """The last day of the 15 that begin with service of the draft (regulation 13(1)(a))."""
    return deadline_after(draft_served_on, limit.on(draft_served_on))


DUTIES.declare(
    representations_due,
    Declaration(
        title="Comment on the draft plan",
        party=Party.FAMILY,
        must="be given at least this long to make representations, ask for a school or other "
        "institution, and ask for a meeting",
        what="You have until {day} to tell us what you think of the draft plan.",
        how="That gives you {limit}, and the first is the day it came, {start}.",
        if_not="If you need more time, ask us. We must not send the final plan before this time ends.",
        inputs={"draft_served_on": _SERVED},
        notice="N5",
    ),
)


def final_plan_earliest_due(
    draft_served_on: date, *, limit: Parameter[Limit] = TIME_FOR_REPRESENTATIONS
) -> Deadline:
    """The first day on which the plan may be finalised: the day after the window (regulation 13(1)(a))."""
    window = representations_due(draft_served_on, limit=limit)
    first = window.due_on + _ONE_DAY
    return Deadline(
        first, first, None, window.counting, window.because, draft_served_on, window.limit, opens_on=first
    )


DUTIES.declare(
    final_plan_earliest_due,
    Declaration(
        title="Earliest day for the final plan",
        party=Party.COUNCIL,
        must="not send the finalised plan before this day, because the time for representations still runs",
        what="The final plan can be sent from {day}, and not before.",
        how="That is the day after your {limit} to comment, which began on {start}.",
        if_not="If it comes sooner, tell us. It would be against the rules.",
        inputs={"draft_served_on": _SERVED},
        day_is="First day",
        sources=(send_regulation("13(1)(a)", Confirmed.INTERPRETATION),),
    ),
)


def consultation_reply_due(
    consultation_sent_on: date, *, limit: Parameter[Limit] = TIME_FOR_A_SCHOOL_TO_REPLY
) -> Deadline:
    """A consulted school or college should reply by this day (Code of Practice 9.83, guidance)."""
    return deadline_after(consultation_sent_on, limit.on(consultation_sent_on))


DUTIES.declare(
    consultation_reply_due,
    Declaration(
        title="School or college replies to the consultation",
        party=Party.INSTITUTION,
        must="reply to the consultation; the local authority may decide afterwards without a reply",
        what="The school or college should reply to us by {day}.",
        if_not="If it does not reply, we can still choose. Ask us what we will do next.",
        inputs={"consultation_sent_on": "the day the council consulted the school or college"},
        notice="N6",
    ),
)


def latest_draft_due(
    request_received_on: date,
    *,
    final: Parameter[Limit] = TIME_TO_SEND_FINAL_PLAN,
    window: Parameter[Limit] = TIME_FOR_REPRESENTATIONS,
) -> Deadline:
    """Planning date: the latest draft that leaves the whole window (regulation 13(1)(a) and (2))."""
    window_days = window.on(request_received_on).value.amount
    return _planned(request_received_on, final, window_days)


DUTIES.declare(
    latest_draft_due,
    Declaration(
        title="Latest draft plan that leaves the time for representations",
        party=Party.COUNCIL,
        must="a draft served later leaves less than the full time for representations before the final plan "
        "is due",
        what="We should send you a draft plan by {day}.",
        how="That leaves you 15 days to comment before the final plan is due.",
        if_not="If it comes later, you still get 15 days. The final plan will then be late.",
        inputs={"request_received_on": _RECEIVED},
        notice="N5",
        standing=Standing.PLANNING,
    ),
)


def latest_draft_before_consultation_due(
    request_received_on: date,
    *,
    final: Parameter[Limit] = TIME_TO_SEND_FINAL_PLAN,
    window: Parameter[Limit] = TIME_FOR_REPRESENTATIONS,
    reply: Parameter[Limit] = TIME_FOR_A_SCHOOL_TO_REPLY,
) -> Deadline:
    """Planning date: leaves the window (regulation 13(1)(a)) and then a consultation (Code 9.83)."""
    window_days = window.on(request_received_on).value.amount
    reply_days = reply.on(request_received_on).value.amount
    return _planned(request_received_on, final, window_days + reply_days)


DUTIES.declare(
    latest_draft_before_consultation_due,
    Declaration(
        title="Latest draft plan that also leaves time to consult a school after the window",
        party=Party.COUNCIL,
        must="a draft served later leaves no time to consult a school after the time for representations",
        what="It is best if we send you a draft plan by {day}.",
        how="That leaves 15 days for you and then 15 days to ask a school.",
        if_not="If it comes later, you still get 15 days. Ask us how we will make up the time.",
        inputs={"request_received_on": _RECEIVED},
        notice="N5",
        standing=Standing.PLANNING,
    ),
)


def _planned(request_received_on: date, final: Parameter[Limit], days: int) -> Deadline:
    plan = final_plan_due(request_received_on, limit=final)
    taken = timedelta(days=days)
    due_on = plan.due_on - taken
    source = planning("from regulation 13(1)(a) and (2)")
    return Deadline(due_on, due_on, plan.tightest_on - taken, plan.counting, source, request_received_on)
