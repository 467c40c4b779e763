"""The requests received, each on the day it came: was an assessment agreed?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a request."""
    requests = known["requests"]
    return records(requests, on_day=requests.received_on, numerator=requests.outcome == "Y")
