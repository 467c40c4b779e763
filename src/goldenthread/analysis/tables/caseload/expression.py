"""Counts the plans in force on census day by placement."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload_with_place
from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.places import by_column


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload_with_place(year)
    return plans.agg(ehcplans=plans.count(), **by_column(plans))
