"""The children with open work: does nobody hold it?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a child."""
    cases = known["cases"]
    waiting = cases.filter(cases.is_open)
    return records(waiting, on_day=known.today, numerator=waiting.coordinator_key.isnull())
