"""The plans in force, by where the child learns."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known
from goldenthread.analysis.open_plans import NOT_IN_EDUCATION, UNKNOWN, plans_at


def expression(known: Known) -> ir.Table:
    """One record a plan."""
    return plans_at(known, *NOT_IN_EDUCATION, UNKNOWN)
