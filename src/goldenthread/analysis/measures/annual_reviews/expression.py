"""Counts the plans with a review expected by meeting, decision, outcome and the four weeks between them."""

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload_with_review, raised
from goldenthread.analysis.collection_year import CollectionYear


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload_with_review(year)
    expected = plans.filter(plans.review_expected)
    met = expected.filter(expected.review_meeting_on.notnull())
    return (
        plans.agg(total_ehc_plans=plans.count())
        .cross_join(expected_counts(plans, expected))
        .cross_join(met.agg(total_review_meeting=met.count(), **meetings(year, met), **outcomes(met)))
        .cross_join(met.agg(**decisions(year, met), **four_weeks(met)))
    )


def expected_counts(plans: ir.Table, expected: ir.Table) -> ir.Table:
    return plans.agg(
        review_expected=plans.count(where=plans.review_expected),
        review_not_expected=plans.count(where=~plans.review_expected),
    ).cross_join(
        expected.agg(no_review_meeting=expected.count(where=expected.review_meeting_on.isnull())),
    )


def meetings(year: CollectionYear, met: ir.Table) -> dict[str, ir.IntegerScalar]:
    day, first, last = met.review_meeting_on, year.header.first_day, year.header.last_day
    return {
        "review_meeting_25": met.count(where=day > ibis.date(last)),
        "review_meeting_24": met.count(where=year.holds(day)),
        "review_meeting_prior_24": met.count(where=day < ibis.date(first)),
    }


def decisions(year: CollectionYear, met: ir.Table) -> dict[str, ir.IntegerScalar]:
    day, first, last = met.last_review_on, year.header.first_day, year.header.last_day
    not_yet_due = raised(met.review_decision_due_on >= year.census_day)
    return {
        "review_decision25": met.count(where=day > ibis.date(last)),
        "review_decision24": met.count(where=year.holds(day)),
        "review_decision_prior24": met.count(where=day < ibis.date(first)),
        "review_decision_not_due": met.count(where=day.isnull() & not_yet_due),
        "review_decision_outstanding": met.count(where=day.isnull() & ~not_yet_due),
    }


def outcomes(met: ir.Table) -> dict[str, ir.IntegerScalar]:
    outcome = met.review_outcome
    return {
        "outcome_amend": met.count(where=outcome == "A"),
        "outcome_cease": met.count(where=outcome == "C"),
        "outcome_maintan": met.count(where=outcome == "M"),
        "no_outcome": met.count(where=outcome.isnull() | outcome.notin(["A", "C", "M"])),
    }


def four_weeks(met: ir.Table) -> dict[str, ir.IntegerScalar]:
    decided, in_time = met.last_review_on.notnull(), met.review_decision_within_limit
    return {
        "number_decsion_4weeks": met.count(where=decided & in_time),
        "number_decision_gt_4weeks": met.count(where=decided & ~in_time),
    }
