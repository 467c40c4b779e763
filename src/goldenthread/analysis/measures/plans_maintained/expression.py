"""The plans in force at each month end."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a plan and month end."""
    plans = known["named_plans"]
    in_force = known.on_census_days(plans, since=plans.started_on, until=plans.ceased_on)
    return records(in_force, on_day=in_force.on_day, numerator=in_force.started_on.notnull())
