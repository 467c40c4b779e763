"""By when must those asked for advice reply?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules import grounds
from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party, Standing
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import planning, send_regulation
from goldenthread.rules.timetable.assessment import TIME_TO_DECIDE_WHETHER_TO_ASSESS

DUTIES = Declarations("Advice")

TIME_TO_GIVE_ADVICE = fixed(
    "time to give advice",
    Limit(6, Unit.WEEKS, Counting.WITHIN, "they were asked"),
    send_regulation("8(1)", Confirmed.READ),
)


def advice_due(
    advice_request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_GIVE_ADVICE
) -> Deadline:
    """A body asked to co-operate must reply by this day (regulation 8(1))."""
    return deadline_after(advice_request_received_on, limit.on(advice_request_received_on))


DUTIES.declare(
    advice_due,
    Declaration(
        title="Give advice for an assessment",
        party=Party.ADVICE_GIVER,
        must="reply to the local authority's request for advice and information",
        what="We should have this advice by {day}.",
        if_not="If it is late, we must chase it. Our own time limit stays the same.",
        inputs={"advice_request_received_on": "the day the body received the request for advice"},
        grounds=grounds.WHEN_ADVISING,
    ),
)


def advice_expected_due(
    request_received_on: date,
    *,
    decision: Parameter[Limit] = TIME_TO_DECIDE_WHETHER_TO_ASSESS,
    advice: Parameter[Limit] = TIME_TO_GIVE_ADVICE,
) -> Deadline:
    """Planning date: the limit for the decision (regulation 5(1)) and then for advice (regulation 8(1))."""
    decided_on = deadline_after(request_received_on, decision.on(request_received_on)).due_on
    given = deadline_after(decided_on, advice.on(request_received_on))
    source = planning("from regulations 5(1) and 8(1)")
    return Deadline(given.due_on, given.raw_on, None, given.counting, source, request_received_on)


DUTIES.declare(
    advice_expected_due,
    Declaration(
        title="All advice back, if asked for on the last day for the decision",
        party=Party.COUNCIL,
        must="advice that was asked for on the last day for the decision whether to assess is due then",
        what="We should have all advice by {day}.",
        how="That is the time to decide, then the time for advice, from your request on {start}.",
        if_not="If some is late, we must chase it. Our own time limit stays the same.",
        inputs={"request_received_on": "the day the council received the request, by any route"},
        standing=Standing.PLANNING,
    ),
)
