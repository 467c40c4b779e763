"""The latest decisions after a review: was each within four weeks of the meeting?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import reviews_expected


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = reviews_expected(known)
    decided = plans.filter(plans.review_meeting_on.notnull(), plans.review_decision_within_limit.notnull())
    return records(decided, on_day=known.today, numerator=decided.review_decision_within_limit)
