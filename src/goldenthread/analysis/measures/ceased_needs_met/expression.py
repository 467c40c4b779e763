"""The plans that ceased: because needs were met?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = known["named_plans"]
    ceased = plans.filter(plans.ceased_on.notnull())
    needs_met = "2"
    return records(ceased, on_day=ceased.ceased_on, numerator=ceased.cease_reason == needs_met)
