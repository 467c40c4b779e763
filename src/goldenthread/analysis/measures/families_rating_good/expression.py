"""Families who say their experience is good."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a count."""
    surveys = known["surveys"]
    counted = surveys.filter(surveys.favourable.notnull() & surveys.answered.notnull())
    return records(counted, on_day=counted.on_day, numerator=counted.favourable, denominator=counted.answered)
