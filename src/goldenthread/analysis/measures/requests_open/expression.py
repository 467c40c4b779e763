"""The requests that are open at each month end."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_requests import open_requests


def expression(known: Known) -> ir.Table:
    """One record a request and month end."""
    waiting = open_requests(known)
    return records(waiting, on_day=waiting.on_day, numerator=waiting.received_on.notnull())
