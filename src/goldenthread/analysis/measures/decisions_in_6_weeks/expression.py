"""The decisions whether to assess: was each within six weeks?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a decision."""
    requests = known["requests"]
    decided = requests.filter(requests.outcome.isin(["Y", "N"]))
    return records(decided, on_day=decided.outcome_on, numerator=decided.outcome_within_limit)
