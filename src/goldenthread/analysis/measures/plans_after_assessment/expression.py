"""The assessments that ended: was a plan issued?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record an assessment."""
    assessments = known["assessments"]
    ended = assessments.filter(assessments.outcome.isin(["Y", "N"]))
    return records(ended, on_day=ended.outcome_on, numerator=ended.outcome == "Y")
