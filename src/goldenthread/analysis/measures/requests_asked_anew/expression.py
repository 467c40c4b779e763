"""The requests received: had an earlier one of the same child ended without a plan?"""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records

WITHOUT_PLAN = ("N", "W")
"""Outcomes of a request or an assessment: refused or no plan, withdrawn."""


def expression(known: Known) -> ir.Table:
    """One record a request."""
    requests = known["requests"]
    assessed = known["assessments"].select("request_key", assessed="outcome")
    every = requests.left_join(assessed, "request_key", rname="a_{name}")
    ended = every.filter(
        every.outcome.isin(WITHOUT_PLAN) | every.assessed.isin(WITHOUT_PLAN).fill_null(False)
    )
    first = ended.group_by("person_key").agg(first_without=ended.received_on.min())
    asked = requests.left_join(first, "person_key", rname="f_{name}")
    return records(asked, on_day=asked.received_on, numerator=asked.first_without < asked.received_on)
