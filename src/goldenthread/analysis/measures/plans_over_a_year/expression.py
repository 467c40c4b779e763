"""The plans issued and timed: after more than 52 weeks?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.timed_plans import timed_plans


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = timed_plans(known)
    after_a_year = plans.days > 364
    return records(plans, on_day=plans.issued_on, numerator=~plans.in_time & after_a_year)
