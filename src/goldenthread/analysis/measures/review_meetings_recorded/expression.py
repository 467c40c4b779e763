"""The plans whose review is expected: is a meeting recorded?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import reviews_expected


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = reviews_expected(known)
    return records(plans, on_day=known.today, numerator=plans.review_meeting_on.notnull())
