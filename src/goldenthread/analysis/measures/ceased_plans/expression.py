"""The plans that ceased, each on its last day."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = known["named_plans"]
    ceased = plans.filter(plans.ceased_on.notnull())
    return records(ceased, on_day=ceased.ceased_on, numerator=ceased.ceased_on.notnull())
