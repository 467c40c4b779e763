"""By when must direct payments be looked at again?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import personal_budget_regulation

DUTIES = Declarations("Personal budgets")

TIME_TO_REVIEW_DIRECT_PAYMENTS = fixed(
    "time for the first review of direct payments",
    Limit(3, Unit.MONTHS, Counting.MONTHS_BEGINNING_WITH, "the first payment"),
    personal_budget_regulation("11", Confirmed.UNCONFIRMED),
)


def direct_payment_review_due(
    first_payment_made_on: date, *, limit: Parameter[Limit] = TIME_TO_REVIEW_DIRECT_PAYMENTS
) -> Deadline:
    """Within the first three months of direct payments (S.I. 2014/1652, regulation 11)."""
    return deadline_after(first_payment_made_on, limit.on(first_payment_made_on))


DUTIES.declare(
    direct_payment_review_due,
    Declaration(
        title="First review of direct payments",
        party=Party.COUNCIL,
        must="review the making and use of the direct payments for the first time",
        what="We must check by {day} that your direct payments work well.",
        how="That is {limit}, and the first day is that of the first payment, {start}.",
        if_not="If we have not, ask us to. You can ask at any time.",
        inputs={"first_payment_made_on": "the day the first direct payment was made"},
    ),
)
