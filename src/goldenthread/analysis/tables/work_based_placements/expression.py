"""Counts the plans in force on census day with work-based learning, by kind."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload_with_main_placement
from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.letters import by_letter


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload_with_main_placement(year)
    at_work = plans.filter(plans.work_based.notnull())
    return at_work.agg(open_wbp=at_work.count(), **by_letter("WBP", at_work.work_based))
