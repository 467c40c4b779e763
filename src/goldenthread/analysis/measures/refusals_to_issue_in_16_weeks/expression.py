"""The decisions not to issue: was each within 16 weeks?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a decision."""
    assessments = known["assessments"]
    refused = assessments.filter(assessments.outcome == "N")
    return records(refused, on_day=refused.outcome_on, numerator=refused.refused_within_limit)
