"""Counts the plans that are new in the year by the place that they name."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import new_plans_with_place
from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.places import by_column


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = new_plans_with_place(year)
    return plans.agg(new_ehc_plans=plans.count(), **by_column(plans))
