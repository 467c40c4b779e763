"""Counts the plans with a review expected by meeting, decision, outcome and the four weeks between them."""

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload_with_review, raised
from goldenthread.analysis.collection_year import CollectionYear

OUTCOMES = {"outcome_amend": "A", "outcome_cease": "C", "outcome_maintan": "M"}
"""Published column to the outcome code of the return."""


def expression(year: CollectionYear) -> ir.Table:
    """One row of counts."""
    plans = caseload_with_review(year)
    expected = plans.review_expected
    met = expected & plans.review_meeting_on.notnull()
    return plans.agg(
        total_ehc_plans=plans.count(),
        review_expected=plans.count(where=expected),
        review_not_expected=plans.count(where=~expected),
        no_review_meeting=plans.count(where=expected & plans.review_meeting_on.isnull()),
        total_review_meeting=plans.count(where=met),
        **meetings(year, plans, met),
        **decisions(year, plans, met),
        **outcomes(plans, met),
        **four_weeks(plans, met),
    )


def meetings(year: CollectionYear, plans: ir.Table, met: ir.BooleanColumn) -> dict[str, ir.IntegerScalar]:
    """AR3: by the year of the meeting."""
    day, first, last = plans.review_meeting_on, year.header.first_day, year.header.last_day
    return {
        "review_meeting_25": plans.count(where=met & (day > ibis.date(last))),
        "review_meeting_24": plans.count(where=met & year.holds(day)),
        "review_meeting_prior_24": plans.count(where=met & (day < ibis.date(first))),
    }


def decisions(year: CollectionYear, plans: ir.Table, met: ir.BooleanColumn) -> dict[str, ir.IntegerScalar]:
    """AR4 and AR5: by the year of the decision, or by whether it is due yet."""
    day, first, last = plans.last_review_on, year.header.first_day, year.header.last_day
    waiting = met & day.isnull()
    not_yet_due = raised(plans.review_decision_due_on >= year.census_day)
    return {
        "review_decision25": plans.count(where=met & (day > ibis.date(last))),
        "review_decision24": plans.count(where=met & year.holds(day)),
        "review_decision_prior24": plans.count(where=met & (day < ibis.date(first))),
        "review_decision_not_due": plans.count(where=waiting & not_yet_due),
        "review_decision_outstanding": plans.count(where=waiting & ~not_yet_due),
    }


def outcomes(plans: ir.Table, met: ir.BooleanColumn) -> dict[str, ir.IntegerScalar]:
    """AR6: by outcome; a code that is not in the list is none."""
    outcome = plans.review_outcome
    none = outcome.isnull() | outcome.notin(list(OUTCOMES.values()))
    counts = {column: plans.count(where=met & (outcome == code)) for column, code in OUTCOMES.items()}
    return {**counts, "no_outcome": plans.count(where=met & none)}


def four_weeks(plans: ir.Table, met: ir.BooleanColumn) -> dict[str, ir.IntegerScalar]:
    """AR7: decisions by whether they were within four weeks."""
    decided, in_time = met & plans.last_review_on.notnull(), plans.review_decision_within_limit
    return {
        "number_decsion_4weeks": plans.count(where=decided & in_time),
        "number_decision_gt_4weeks": plans.count(where=decided & ~in_time),
    }
