"""The requests whose 20 weeks have run: was a plan issued within them?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import DUE, Known, records


def expression(known: Known) -> ir.Table:
    """One record a request."""
    due = known[DUE]
    plans = known["assessments"].select("request_key", plan="outcome", issued_on="outcome_on")
    requests = known["requests"].left_join(plans, "request_key", rname="of_{name}")
    requests = requests.join(due, "received_on")
    run = requests.filter(requests.plan_is_due_on <= known.today)
    in_time = (run.plan == "Y") & (run.issued_on <= run.plan_is_due_on)
    return records(run, on_day=run.received_on, numerator=in_time)
