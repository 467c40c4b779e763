"""Where the sources leave two readings, which do our figures follow? Each is changed here, nowhere else.

The rules are those of `cohort_rules.yaml`. The limits of the law (42, 112, 140 and 28 days) are not here:
facts come with the law applied, so a change of those is a change in `goldenthread.rules`.
"""

from dataclasses import dataclass
from enum import Enum


class TimedRequests(Enum):
    """RQ5: which decisions whether to assess are timed against the six weeks."""

    DECIDED_IN_YEAR = "decided in the year, whenever received"
    RECEIVED_AND_DECIDED_IN_YEAR = "received in the year and decided in it"


class AssessmentsInYear(Enum):
    """AS1 and AS3: which assessments belong to the year."""

    DATED = "the outcome has a date in the year, whatever the outcome"
    DATED_OR_UNDATED = "besides, the outcome has no date"


class AppealsCounted(Enum):
    """AS6: on which assessments mediation and tribunal flags are counted."""

    IN_RETURN = "every assessment of the return, historical ones included"
    OF_YEAR = "the assessments of the year alone"


class ClockStops(Enum):
    """TM1: the day on which the 20 weeks stop."""

    PLAN_ISSUED = "the day the plan was issued"
    PLAN_STARTS = "the start date of the plan"


class NewPlans(Enum):
    """NP1: which plans are new in the year."""

    STARTED_HERE = "the plan started in the year, and was made by this authority"
    ISSUED = "the decision to issue it is dated in the year"
    STARTED_ANYWHERE = "the plan started in the year, brought from elsewhere or not"


class NewPlanPlace(Enum):
    """NP2: which place a new plan is counted at."""

    NAMED = "the place that the plan names"
    ATTENDED = "the place attended, or the last one where it is attended no more"


class ProviderNumberAlone(Enum):
    """CL2: a place given by its provider number (UKPRN) alone."""

    BY_TYPE = "by its type, where the settings know the number"
    REGISTER_ONLY = "always a provider of the register alone"


class NoOpenPlace(Enum):
    """CL4: a plan without a placement open on census day."""

    NOT_RECORDED = "its placement is not recorded"
    NAMED_IN_PLAN = "the place that the plan names stands in"


class ReviewExpected(Enum):
    """AR2: how old a plan is when its review is expected."""

    STARTED_BEFORE_YEAR = "it started before the year"
    TWELVE_MONTHS_OLD = "it started at least twelve months before census day"


@dataclass(frozen=True, slots=True)
class Readings:
    """One choice for each question. The defaults are what the figures follow."""

    timed_requests: TimedRequests = TimedRequests.DECIDED_IN_YEAR
    assessments_in_year: AssessmentsInYear = AssessmentsInYear.DATED
    appeals_counted: AppealsCounted = AppealsCounted.IN_RETURN
    appeals_leave_timeliness: bool = True  # TM1
    clock_stops: ClockStops = ClockStops.PLAN_ISSUED
    days_in_band_to_a_year: int = 364  # TM2: 52 weeks
    new_plans: NewPlans = NewPlans.STARTED_HERE
    new_plan_place: NewPlanPlace = NewPlanPlace.NAMED
    provider_number_alone: ProviderNumberAlone = ProviderNumberAlone.BY_TYPE
    no_open_place: NoOpenPlace = NoOpenPlace.NOT_RECORDED
    review_expected: ReviewExpected = ReviewExpected.STARTED_BEFORE_YEAR


CHOSEN = Readings()
