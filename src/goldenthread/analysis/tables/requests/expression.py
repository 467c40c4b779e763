"""Counts the requests of the year by outcome, and the year's decisions by whether six weeks were kept."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import raised, requests_received, requests_timed
from goldenthread.analysis.collection_year import CollectionYear


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    received, timed = requests_received(year), requests_timed(year)
    mediation, tribunal = raised(received.mediation), raised(received.tribunal)
    of_requests = received.agg(
        requests_received_in_year=received.count(),
        requests_rya=received.count(where=raised(received.rya)),
        requests_decided_to_assess=received.count(where=received.outcome == "Y"),
        requests_decided_not_to_assess=received.count(where=received.outcome == "N"),
        requests_decision_not_made=received.count(where=received.outcome == "A"),
        requests_withdrawn=received.count(where=received.outcome == "W"),
        mediation_related_request=received.count(where=mediation),
        tribunal_related_request=received.count(where=tribunal),
        tribunal_after_mediation_request=received.count(where=mediation & tribunal),
    )
    of_decisions = timed.agg(
        request_outcome_six_weeks=timed.count(where=timed.outcome_within_limit),
        request_outcome_over_6_weeks=timed.count(where=~timed.outcome_within_limit),
    )
    return of_requests.cross_join(of_decisions)
