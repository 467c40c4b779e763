"""Ombudsman's investigations upheld."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a count."""
    ombudsman = known["ombudsman"]
    counted = ombudsman.filter(ombudsman.upheld.notnull() & ombudsman.investigated.notnull())
    return records(counted, on_day=counted.on_day, numerator=counted.upheld, denominator=counted.investigated)
