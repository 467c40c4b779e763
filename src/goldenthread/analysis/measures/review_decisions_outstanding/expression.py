"""The plans with a review meeting: is the decision overdue?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import reviews_expected


def expression(known: Known) -> ir.Table:
    """One record a plan that waits for a decision."""
    plans = reviews_expected(known)
    waiting = plans.filter(plans.review_meeting_on.notnull(), plans.last_review_on.isnull())
    not_due = (waiting.review_decision_due_on >= known.today).fill_null(False)
    return records(waiting, on_day=known.today, numerator=~not_due)
