"""The appeals of the year, over every decision and plan that could be appealed."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import appealable


def expression(known: Known) -> ir.Table:
    """One record an appeal, which weighs nothing, and one for each decision or plan of the base."""
    year, appeals = known.census, known["appeals"]
    lodged = appeals.filter(year.holds(appeals.lodged_on)).select("request_key").mutate(lodged=1)
    base = appealable(known).mutate(lodged=0)
    every = lodged.union(base)
    return records(every, on_day=known.today, numerator=every.lodged, denominator=1 - every.lodged)
