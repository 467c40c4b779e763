"""Counts the plans in force on census day whose main placement boards."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload_with_main_placement
from goldenthread.analysis.collection_year import CollectionYear


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload_with_main_placement(year)
    return plans.agg(
        Res_3851=plans.count(where=plans.residential == "A"),
        Res_52=plans.count(where=plans.residential == "B"),
    )
