"""Counts the plans issued in the year by how long they took, with and without exceptions."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import plans_timed
from goldenthread.analysis.collection_year import CollectionYear


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = plans_timed(year)
    usual = ~plans.excepted
    within_a_year = plans.days <= year.readings.days_in_band_to_a_year
    late = ~plans.in_time & within_a_year
    very_late = ~plans.in_time & ~within_a_year
    return plans.agg(
        plans_issued_den=plans.count(),
        plans_issued_den_ex=plans.count(where=usual),
        plans_issued_within_20_weeks=plans.count(where=plans.in_time),
        plans_issued_20_weeks_ex=plans.count(where=plans.in_time & usual),
        plans_issued_gt20weeks_ltYear=plans.count(where=late),
        plans_issued_gt20weeks_ltYear_ex=plans.count(where=late & usual),
        plans_issued_gt_1_year=plans.count(where=very_late),
        plans_issued_gt_1_year_ex=plans.count(where=very_late & usual),
    )
