"""Which plans are in force on the as-at day, and where do those children learn? Published cohorts."""

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.cohorts import (
    caseload,
    caseload_with_place,
    caseload_with_review,
    with_primary_need,
)
from goldenthread.analysis.known import Known, records

MAINSTREAM = (
    *(
        f"mainstream_{kind}{unit}"
        for kind in ("la_maintained", "academy", "free_school")
        for unit in ("", "_senunit", "_resourced_provision")
    ),
    "mainstream_independent",
)
SPECIAL = ("special_la_maintained", "special_academy_free", "special_independent", "special_non_maintained")
NOT_IN_EDUCATION = ("neet", "neet_ntci", "neet_other", "neet_other_csa")
OTHER_THAN_AT_SCHOOL = ("elective_home_education", "other_arrangements_la", "other_arrangements_parents")
UNKNOWN = "placement_unknown"


@lru_cache(maxsize=4)
def plans_with_place(known: Known) -> ir.Table:
    """The plans in force on the as-at day with their published placement `column`, made once."""
    return caseload_with_place(known.census)


def plans_at(known: Known, *columns: str) -> ir.Table:
    """Records of the plans in force on the as-at day: is the child counted at one of these columns?"""
    plans = plans_with_place(known)
    return records(plans, on_day=known.today, numerator=plans.column.isin(list(columns)))


def plans_with_need(known: Known, *codes: str) -> ir.Table:
    """Records of the plans in force on the as-at day: is this the primary need? No codes: is none known?"""
    plans = with_primary_need(known.census, caseload(known.census))
    is_counted = plans.primary_need.isin(list(codes)) if codes else plans.primary_need.isnull()
    return records(plans, on_day=known.today, numerator=is_counted)


@lru_cache(maxsize=4)
def reviews_expected(known: Known) -> ir.Table:
    """AR2: the plans in force on the as-at day whose review is expected, with their latest review."""
    plans = caseload_with_review(known.census)
    return plans.filter(plans.review_expected)


def appealable(known: Known) -> ir.Table:
    """The base of the older appeal rate, of the year of the as-at day's census: one row a decision or plan.

    Refusals to assess, decisions not to issue, plans in force, and plans that ceased because needs were met.
    """
    year, needs_met = known.census, "2"
    requests, assessments, plans = known["requests"], known["assessments"], known["named_plans"]
    parts = (
        requests.filter(requests.outcome == "N", year.holds(requests.outcome_on)),
        assessments.filter(assessments.outcome == "N", year.holds(assessments.outcome_on)),
        caseload(year),
        plans.filter(plans.cease_reason == needs_met, year.holds(plans.ceased_on)),
    )
    keys = [part.select("request_key") for part in parts]
    return ibis.union(*keys)
