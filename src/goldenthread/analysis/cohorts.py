"""Which records does each measure count? The cohorts of `cohort_rules.yaml` as relations over the facts.

Every function takes a `CollectionYear` and gives an Ibis expression, so the same cohorts run on any engine
that Ibis speaks to. A missing flag is not a flag that was raised. Where a record could be chosen in two ways,
the order is stated to the last column, so that engines agree.
"""

from datetime import timedelta

import ibis
import ibis.expr.types as ir

from goldenthread.analysis.collection_year import CollectionYear
from goldenthread.analysis.places import placed
from goldenthread.analysis.readings import (
    AppealsCounted,
    AssessmentsInYear,
    ClockStops,
    NewPlanPlace,
    NewPlans,
    NoOpenPlace,
    ReviewExpected,
    TimedRequests,
)

MAIN = 1
"""The rank of the main placement, and of the primary need."""

UNDATED_OUTCOMES = ("Y", "W", "A")


def raised(flag: ir.BooleanValue) -> ir.BooleanValue:
    """Is the flag raised? A missing flag is not."""
    return flag.fill_null(False)


def requests_received(year: CollectionYear) -> ir.Table:
    """RQ1: requests received in the year."""
    requests = year.tables["requests"]
    return requests.filter(year.holds(requests.received_on))


def requests_timed(year: CollectionYear) -> ir.Table:
    """RQ5: decisions whether to assess that are timed against the six weeks."""
    requests = year.tables["requests"]
    decided = requests.filter(requests.outcome.isin(["Y", "N"]), year.holds(requests.outcome_on))
    if year.readings.timed_requests is TimedRequests.RECEIVED_AND_DECIDED_IN_YEAR:
        return decided.filter(year.holds(decided.received_on))
    return decided


def assessments_of_year(year: CollectionYear) -> ir.Table:
    """AS1 and AS3: assessments whose outcome belongs to the year."""
    assessments = year.tables["assessments"]
    return assessments.filter(_of_year(year, assessments))


def _of_year(year: CollectionYear, assessments: ir.Table) -> ir.BooleanValue:
    dated = year.holds(assessments.outcome_on) & assessments.outcome.isin(["Y", "N", "A", "W"])
    if year.readings.assessments_in_year is AssessmentsInYear.DATED_OR_UNDATED:
        dated = dated | (assessments.outcome_on.isnull() & assessments.outcome.isin(UNDATED_OUTCOMES))
    return dated


def assessments_with_appeals(year: CollectionYear) -> ir.Table:
    """AS6: assessments on which mediation and tribunal flags are counted."""
    if year.readings.appeals_counted is AppealsCounted.OF_YEAR:
        return assessments_of_year(year)
    return year.tables["assessments"]


def plans_timed(year: CollectionYear) -> ir.Table:
    """TM1: plans issued in the year that are timed; adds `days`, `in_time` and `excepted`."""
    assessments, requests, plans = (year.tables[name] for name in ("assessments", "requests", "named_plans"))
    issued = assessments.filter(assessments.outcome == "Y", year.holds(assessments.outcome_on))
    issued = issued.left_join(
        requests.select(
            "request_key",
            "received_on",
            request_mediation=requests.mediation,
            request_tribunal=requests.tribunal,
        ),
        "request_key",
        rname="of_{name}",
    )
    if year.readings.appeals_leave_timeliness:
        flags = ("mediation", "tribunal", "other_mediation", "other_tribunal")
        issued = issued.filter(
            *(~raised(issued[name]) for name in (*flags, "request_mediation", "request_tribunal"))
        )
    days, in_time = issued.days_from_request, issued.issued_within_limit
    if year.readings.clock_stops is ClockStops.PLAN_STARTS:
        starts = plans.select("request_key", "started_on")
        issued = issued.left_join(starts, "request_key", rname="plan_{name}")
        days = issued.started_on.delta(issued.received_on, unit="day")
        in_time = issued.started_on <= issued.plan_due_on
    return issued.select(days=days, in_time=in_time, excepted=raised(issued.exception))


def caseload(year: CollectionYear) -> ir.Table:
    """CL1: plans that are open on census day."""
    plans = year.tables["named_plans"]
    return plans.filter(
        plans.started_on <= year.census_day,
        plans.ceased_on.isnull() | (plans.ceased_on > year.census_day),
    )


def new_plans(year: CollectionYear) -> ir.Table:
    """NP1: plans that are new in the year."""
    plans, assessments = year.tables["named_plans"], year.tables["assessments"]
    made = plans.left_join(
        assessments.select(
            "request_key", assessment_outcome=assessments.outcome, issued_on=assessments.outcome_on
        ),
        "request_key",
        rname="of_{name}",
    )
    reading = year.readings.new_plans
    if reading is NewPlans.ISSUED:
        made = made.filter(made.assessment_outcome == "Y", year.holds(made.issued_on))
    else:
        made = made.filter(year.holds(made.started_on))
        if reading is NewPlans.STARTED_HERE:
            made = made.filter(made.assessment_outcome.fill_null("") != "H")
    return made.select(*plans.columns)


def ceased_in_year(year: CollectionYear) -> ir.Table:
    """CE1: plans that ceased in the year."""
    plans = year.tables["named_plans"]
    return plans.filter(year.holds(plans.ceased_on))


def with_primary_need(year: CollectionYear, plans: ir.Table) -> ir.Table:
    """SN1: the plans with `primary_need`, which is null where none is recorded."""
    needs = year.tables["needs"]
    first = needs.filter(needs["rank"] == MAIN).group_by("request_key").agg(primary_need=needs.need.min())
    return plans.left_join(first, "request_key", rname="need_{name}")


def main_open_placements(year: CollectionYear) -> ir.Table:
    """CL2: of each active plan the main placement open on census day; of two, the one entered last."""
    placements = year.tables["placements"]
    here = placements.filter(
        placements.placement_rank == MAIN,
        placements.entered_on.isnull() | (placements.entered_on <= year.census_day),
        placements.left_on.isnull() | (placements.left_on >= year.census_day),
    )
    return one_each(here, latest="entered_on")


def last_main_placements(year: CollectionYear) -> ir.Table:
    """NP2: of each plan the main placement entered last, attended still or not."""
    placements = year.tables["placements"]
    main = placements.filter(placements.placement_rank == MAIN)
    return one_each(main, latest="entered_on")


def main_named_places(year: CollectionYear) -> ir.Table:
    """NP2: of each plan the main place that it names."""
    details = year.tables["plan_details"]
    return one_each(details.filter(details.placement_rank == MAIN))


def one_each(records: ir.Table, latest: str | None = None) -> ir.Table:
    """One record of each request: the one with the latest day in that column, then by every other column."""
    others = [name for name in records.columns if name not in ("request_key", latest)]
    order = [records[name].asc(nulls_first=False) for name in others]
    if latest:
        order = [records[latest].desc(nulls_first=False), *order]
    place = ibis.row_number().over(group_by=records.request_key, order_by=order)
    numbered = records.mutate(place_in_order=place)
    return numbered.filter(numbered.place_in_order == 0).drop("place_in_order")


def caseload_with_place(year: CollectionYear) -> ir.Table:
    """CL1 to CL4: open plans with their published placement `column`."""
    here = placed(year, main_open_placements(year))
    plans = caseload(year).left_join(here, "request_key", rname="here_{name}")
    column = plans.column
    if year.readings.no_open_place is NoOpenPlace.NAMED_IN_PLAN:
        named = placed(year, main_named_places(year)).rename(named_column="column")
        plans = plans.left_join(named, "request_key", rname="named_{name}")
        column = plans.column.coalesce(plans.named_column)
    return plans.select("request_key", column=column.fill_null("placement_unknown"))


def new_plans_with_place(year: CollectionYear) -> ir.Table:
    """NP1 and NP2: new plans with their published placement `column`."""
    if year.readings.new_plan_place is NewPlanPlace.NAMED:
        places = placed(year, main_named_places(year))
    else:
        places = placed(year, last_main_placements(year))
    plans = new_plans(year).left_join(places, "request_key", rname="place_{name}")
    return plans.select("request_key", column=plans.column.fill_null("placement_unknown"))


def caseload_with_main_placement(year: CollectionYear) -> ir.Table:
    """RS1 and WB1: open plans with `residential` and `work_based` of the main open placement.

    In 2023 the return had both on the active plan; they are used where the placement has none.
    """
    here = main_open_placements(year).select(
        "request_key", residential_here="residential", work_based_here="work_based"
    )
    active = year.tables["active_plans"].select(
        "request_key", residential_active="residential", work_based_active="work_based"
    )
    plans = caseload(year).select("request_key")
    plans = plans.left_join(here, "request_key", rname="here_{name}")
    plans = plans.left_join(active, "request_key", rname="active_{name}")
    return plans.select(
        "request_key",
        residential=plans.residential_here.coalesce(plans.residential_active),
        work_based=plans.work_based_here.coalesce(plans.work_based_active),
    )


def caseload_with_review(year: CollectionYear) -> ir.Table:
    """AR1 to AR7: open plans with whether a review is expected, and with the latest review."""
    plans, active = caseload(year), year.tables["active_plans"]
    reviewed = plans.left_join(
        active.select(
            "request_key",
            "review_meeting_on",
            "review_outcome",
            "last_review_on",
            "review_decision_due_on",
            "review_decision_within_limit",
        ),
        "request_key",
        rname="active_{name}",
    )
    return reviewed.mutate(review_expected=reviewed.started_on < review_bound(year))


def review_bound(year: CollectionYear) -> ir.DateScalar:
    """AR2: a plan that started before this day has a review expected."""
    if year.readings.review_expected is ReviewExpected.TWELVE_MONTHS_OLD:
        census = year.header.census_day
        return ibis.date(census.replace(year=census.year - 1) + timedelta(days=1))
    return ibis.date(year.header.first_day)
