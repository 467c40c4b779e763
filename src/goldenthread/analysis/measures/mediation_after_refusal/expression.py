"""The refusals to assess: was there mediation?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a refusal."""
    requests = known["requests"]
    refused = requests.filter(requests.outcome == "N")
    return records(refused, on_day=refused.outcome_on, numerator=refused.mediation)
