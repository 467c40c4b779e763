"""The plans made here, each on the day it started."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    made = known["assessments"].select("request_key", assessed="outcome")
    plans = known["named_plans"].left_join(made, "request_key", rname="of_{name}")
    new = plans.filter(plans.assessed.fill_null("") != "H")
    return records(new, on_day=new.started_on, numerator=new.started_on.notnull())
