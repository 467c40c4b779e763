"""The requests that are open at each month end: is it past the day by which the plan was due?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_requests import open_requests


def expression(known: Known) -> ir.Table:
    """One record a request and month end."""
    waiting = open_requests(known)
    return records(waiting, on_day=waiting.on_day, numerator=waiting.plan_due_on < waiting.on_day)
