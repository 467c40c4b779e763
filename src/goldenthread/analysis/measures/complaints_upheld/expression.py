"""Complaints upheld."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a count."""
    complaints = known["complaints"]
    counted = complaints.filter(complaints.upheld.notnull() & complaints.answered.notnull())
    return records(counted, on_day=counted.on_day, numerator=counted.upheld, denominator=counted.answered)
