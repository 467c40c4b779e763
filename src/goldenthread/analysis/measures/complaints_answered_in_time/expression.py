"""Complaints answered in time."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a count."""
    complaints = known["complaints"]
    counted = complaints.filter(complaints.in_time.notnull() & complaints.answered.notnull())
    return records(counted, on_day=counted.on_day, numerator=counted.in_time, denominator=counted.answered)
