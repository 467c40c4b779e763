"""The plans in force, by primary need."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known
from goldenthread.analysis.open_plans import plans_with_need


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    return plans_with_need(known, "ASD")
