"""Counts the assessments of the year by outcome, refusals by whether 16 weeks were kept, and appeals."""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import assessments_of_year, assessments_with_appeals, raised
from goldenthread.analysis.collection_year import CollectionYear


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    assessed = assessments_of_year(year)
    refused = assessed.outcome == "N"
    ended = assessed.agg(
        assess_in_year=assessed.count(),
        assess_issued=assessed.count(where=assessed.outcome == "Y"),
        assess_not_issued=assessed.count(where=refused),
        assess_not_made=assessed.count(where=assessed.outcome == "A"),
        assess_withdrawn=assessed.count(where=assessed.outcome == "W"),
        outcome_decision_within_time=assessed.count(where=refused & assessed.refused_within_limit),
        outcome_decision_over_time=assessed.count(where=refused & ~assessed.refused_within_limit),
    )
    return ended.cross_join(_appeals(year))


def _appeals(year: CollectionYear) -> ir.Table:
    flagged = assessments_with_appeals(year)
    mediation, tribunal = raised(flagged.mediation), raised(flagged.tribunal)
    other_mediation, other_tribunal = raised(flagged.other_mediation), raised(flagged.other_tribunal)
    return flagged.agg(
        number_assess_mediation=flagged.count(where=mediation),
        number_assess_tribunal=flagged.count(where=tribunal),
        number_asssess_mediation_tribunal=flagged.count(where=mediation & tribunal),
        number_other_mediation=flagged.count(where=other_mediation),
        number_other_tribunal=flagged.count(where=other_tribunal),
        number_other_mediation_tribunal=flagged.count(where=other_mediation & other_tribunal),
    )
