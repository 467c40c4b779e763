"""The amendments whose 8 weeks have run: was the plan sent within them?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record an amendment."""
    reviews = known["reviews"]
    run = reviews.filter(reviews.amended_due_after_notice_on <= known.today)
    return records(run, on_day=run.notice_on, numerator=run.amended_within_8_weeks)
