"""The plans issued and timed: is an exception claimed?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.timed_plans import timed_plans


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = timed_plans(known)
    return records(plans, on_day=plans.issued_on, numerator=plans.excepted)
