"""The plans whose review is expected: was the latest meeting in the year?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import reviews_expected


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = reviews_expected(known)
    since = known.census.header.first_day
    in_year = plans.review_meeting_on >= since
    return records(plans, on_day=known.today, numerator=in_year)
