"""Counts the plans in force on census day by primary need."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload, with_primary_need
from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.needs import by_need


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = with_primary_need(year, caseload(year))
    return plans.agg(ehc_plans=plans.count(), **by_need(plans))
