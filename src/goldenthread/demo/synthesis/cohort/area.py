"""The whole of an area in numbers: every kind of case, and the cells they add up to."""

from dataclasses import dataclass

from goldenthread.analysis.geography import ENGLAND
from goldenthread.demo.synthesis.cohort.extras import Extras, solve_extras
from goldenthread.demo.synthesis.cohort.flow import (
    Assessments,
    Requests,
    Timeliness,
    solve_assessments,
    solve_requests,
    solve_timeliness,
)
from goldenthread.demo.synthesis.cohort.reviews import Reviews, plan_review_totals, solve_reviews
from goldenthread.demo.synthesis.cohort.stock import Plans, plan_stock_cells, solve_plans
from goldenthread.demo.synthesis.targets import Ledger, Targets, english_areas, targets
from goldenthread.figures.open_data.published import NotPublished


@dataclass(frozen=True, slots=True)
class Cohort:
    """How many cases of each kind an area has. `ledger` says what each published cell then comes to."""

    targets: Targets
    requests: Requests
    assessments: Assessments
    timeliness: Timeliness
    plans: Plans
    reviews: Reviews
    extras: Extras
    ledger: Ledger


def cohort(area: str) -> Cohort:
    """Solve an authority's published totals for whole numbers of cases. Raises `NotPublished`."""
    if area not in english_areas():
        raise NotPublished(f"the newest tables have no authority {area}")
    wanted, england, ledger = targets(area), targets(ENGLAND), Ledger()
    requests = solve_requests(wanted, ledger)
    assessments = solve_assessments(wanted, ledger)
    timeliness = solve_timeliness(wanted, assessments.issued, ledger)
    plans = solve_plans(wanted, england, assessments, ledger)
    plan_stock_cells(plans, ledger)
    reviews = solve_reviews(wanted, england, plans.expected, ledger)
    plan_review_totals(plans.in_force, plans.expected, ledger)
    extras = solve_extras(wanted, ledger)
    return Cohort(wanted, requests, assessments, timeliness, plans, reviews, extras, ledger)
