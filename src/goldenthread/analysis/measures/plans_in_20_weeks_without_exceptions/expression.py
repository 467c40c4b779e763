"""The plans issued and timed without an exception: was each within 20 weeks?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.timed_plans import timed_plans


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = timed_plans(known)
    plans = plans.filter(~plans.excepted)
    return records(plans, on_day=plans.issued_on, numerator=plans.in_time)
