"""The requests undecided at each month end: is the decision overdue?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a request and month end."""
    requests = known["requests"]
    requests = requests.filter(requests.outcome.isin(["Y", "N", "A"]))
    open_then = known.on_census_days(requests, since=requests.received_on, until=requests.outcome_on)
    overdue = open_then.decision_due_on < open_then.on_day
    return records(open_then, on_day=open_then.on_day, numerator=overdue)
