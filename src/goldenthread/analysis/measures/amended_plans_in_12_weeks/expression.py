"""The amendments whose 12 weeks have run: was the plan sent within them?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record an amendment."""
    reviews = known["reviews"]
    run = reviews.filter(reviews.amended_due_after_meeting_on <= known.today)
    return records(run, on_day=run.meeting_on, numerator=run.amended_within_12_weeks)
