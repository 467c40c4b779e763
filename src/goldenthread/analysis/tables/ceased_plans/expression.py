"""Counts the plans that ceased in the year by reason."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import ceased_in_year
from goldenthread.analysis.collection_year import CollectionYear

REASONS = {
    "max_age": "1",
    "needs_met": "2",
    "he": "3",
    "employ": "4",
    "transfer": "5",
    "no_engage": "6",
    "moved_outside_eng": "7",
    "deceased": "8",
    "other": "9",
}
"""Published column to the reason code of the return."""


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    ceased = ceased_in_year(year)
    reason = ceased.cease_reason
    return ceased.agg(
        total_ceased=ceased.count(),
        not_rec=ceased.count(where=reason.isnull() | reason.notin(list(REASONS.values()))),
        **{column: ceased.count(where=reason == code) for column, code in REASONS.items()},
    )
