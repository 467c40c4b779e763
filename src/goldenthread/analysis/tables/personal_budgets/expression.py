"""Counts the plans in force on census day with a personal budget, by kind."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload, raised
from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.letters import by_letter


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload(year)
    budgets = plans.filter(raised(plans.personal_budget))
    return plans.agg(
        org_arrangments=plans.count(where=raised(plans.organised_arrangement)),
    ).cross_join(budgets.agg(personal_budget=budgets.count(), **by_letter("DP", budgets.direct_payment)))
