"""The advice asked for whose six weeks have run: did it come within them?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record for each adviser who was asked."""
    advice = known["advice"]
    run = advice.filter(advice.due_on <= known.today)
    return records(run, on_day=run.sought_on, numerator=run.within_limit)
