"""By when must health and social care answer the tribunal's recommendations?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import recommendations_regulation

DUTIES = Declarations("Recommendations")

RECOMMENDATIONS_BEGAN = date(2018, 4, 3)

TIME_TO_REPLY_TO_RECOMMENDATION = fixed(
    "time to reply to a recommendation of the tribunal",
    Limit(5, Unit.WEEKS, Counting.WITHIN, "the tribunal made it"),
    recommendations_regulation("6 and 7", Confirmed.INTERPRETATION),
    RECOMMENDATIONS_BEGAN,
)
TIME_TO_PASS_ON_REPLIES = fixed(
    "time to pass replies to recommendations to the Department for Education",
    Limit(1, Unit.WEEKS, Counting.WITHIN, "we got the reply"),
    recommendations_regulation("7", Confirmed.UNCONFIRMED),
    RECOMMENDATIONS_BEGAN,
)


def recommendation_reply_due(
    recommendation_dated_on: date, *, limit: Parameter[Limit] = TIME_TO_REPLY_TO_RECOMMENDATION
) -> Deadline:
    """Within five weeks of the recommendation (S.I. 2017/1306, regulations 6 and 7)."""
    return deadline_after(recommendation_dated_on, limit.on(recommendation_dated_on))


DUTIES.declare(
    recommendation_reply_due,
    Declaration(
        title="Reply to a recommendation about health or social care",
        party=Party.COMMISSIONER,
        must="reply, saying what it will do or why it will not follow the recommendation; the same holds "
        "for the local authority about social care",
        what="The health or care service must reply by {day}.",
        if_not="If it has not, ask it why. You can also complain.",
        inputs={"recommendation_dated_on": "the date of the recommendation"},
    ),
)


def recommendation_reply_passed_on_due(
    reply_received_on: date, *, limit: Parameter[Limit] = TIME_TO_PASS_ON_REPLIES
) -> Deadline:
    """Within one week of the reply (S.I. 2017/1306, regulation 7; unconfirmed)."""
    return deadline_after(reply_received_on, limit.on(reply_received_on))


DUTIES.declare(
    recommendation_reply_passed_on_due,
    Declaration(
        title="Pass replies to recommendations to the Department for Education",
        party=Party.COUNCIL,
        must="send a copy of the reply to the Secretary of State",
        what="We must send the reply on to the government by {day}.",
        if_not="You need do nothing. If you think we have not, ask us.",
        inputs={"reply_received_on": "the day the reply came or was made"},
    ),
)
