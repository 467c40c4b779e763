"""Days until a family's message is answered."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record an answered message."""
    messages = known["messages"]
    return records(messages, on_day=messages.on_day, numerator=messages.working_days)
