"""Which plans are timed against the 20 weeks? Those of the published tables, on whatever day they came."""

from functools import lru_cache

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import raised
from goldenthread.analysis.known import Known

APPEALED = ("mediation", "tribunal", "other_mediation", "other_tribunal")


@lru_cache(maxsize=4)
def timed_plans(known: Known) -> ir.Table:
    """TM1: plans issued here with no mediation or appeal, with `issued_on`, `days`, `in_time`, `excepted`."""
    requests = known["requests"].select(
        "request_key", request_mediation="mediation", request_tribunal="tribunal"
    )
    issued = known["assessments"].left_join(requests, "request_key", rname="of_{name}")
    flags = (*APPEALED, "request_mediation", "request_tribunal")
    timed = issued.filter(issued.outcome == "Y", *(~raised(issued[name]) for name in flags))
    return timed.select(
        "request_key",
        issued_on=timed.outcome_on,
        days=timed.days_from_request,
        in_time=timed.issued_within_limit,
        excepted=raised(timed.exception),
    )
