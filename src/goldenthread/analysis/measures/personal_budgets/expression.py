"""The plans in force: is there a personal budget?"""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload
from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    plans = caseload(known.census)
    return records(plans, on_day=known.today, numerator=plans.personal_budget)
