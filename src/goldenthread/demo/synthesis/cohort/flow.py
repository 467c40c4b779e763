"""How many requests, decisions and plans of each kind happened in the year?"""

from dataclasses import dataclass

from goldenthread.demo.synthesis.cohort.flags import Flags
from goldenthread.demo.synthesis.columns import ASSESSMENTS, REQUESTS, TIMELINESS
from goldenthread.demo.synthesis.targets import Ledger, Targets


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests received in the year by outcome, and the six-week timing of what was decided in the year."""

    yes: int
    no: int
    undecided: int
    withdrawn: int
    youth_accommodation: int
    within: int  # received and decided in the year
    over: int
    decided_in_january: int  # received in the year, decided between its end and census day
    earlier_within: int  # received before the year, decided in it
    earlier_over: int
    appeals: Flags

    @property
    def received(self) -> int:
        return self.yes + self.no + self.undecided + self.withdrawn


@dataclass(frozen=True, slots=True)
class Assessments:
    """Assessments with an outcome dated in the year."""

    issued: int
    refused_within: int
    refused_over: int
    withdrawn: int
    undecided: int
    appeals: Flags  # about not issuing
    other_appeals: Flags  # about what the plan says

    @property
    def refused(self) -> int:
        return self.refused_within + self.refused_over


@dataclass(frozen=True, slots=True)
class Band:
    """Plans issued in one band of timeliness, with and without an allowed exception."""

    plain: int
    excepted: int


@dataclass(frozen=True, slots=True)
class Timeliness:
    """The three bands among plans without mediation or tribunal, and the plans left out of them."""

    within: Band
    over: Band
    over_a_year: Band
    left_out: int


def solve_requests(targets: Targets, ledger: Ledger) -> Requests:
    """Split the six-week counts between requests of the year and earlier ones.

    The six-week columns count decisions of the year, whenever the request came in; the outcome columns
    count the year's requests. Where more were decided than the year's requests explain, the rest had
    come in before; where fewer, some were decided in January before census day.
    """
    counts = targets.several(REQUESTS, targets.tables[REQUESTS])
    yes, no = counts["requests_decided_to_assess"], counts["requests_decided_not_to_assess"]
    within, over = counts["request_outcome_six_weeks"], counts["request_outcome_over_6_weeks"]
    earlier = within + over - yes - no
    earlier_over = earlier_within = 0
    if earlier > 0:
        late_share = min(1.0, 1.5 * over / (within + over))  # what waits over a new year is oftener late
        earlier_over = max(earlier - within, min(over, round(earlier * late_share)))
        earlier_within = earlier - earlier_over
    found = Requests(
        yes=yes,
        no=no,
        undecided=counts["requests_decision_not_made"],
        withdrawn=counts["requests_withdrawn"],
        youth_accommodation=counts["requests_rya"],
        within=within - earlier_within,
        over=over - earlier_over,
        decided_in_january=max(0, -earlier),
        earlier_within=earlier_within,
        earlier_over=earlier_over,
        appeals=Flags(
            counts["mediation_related_request"],
            counts["tribunal_related_request"],
            counts["tribunal_after_mediation_request"],
        ),
    )
    ledger.plan(REQUESTS, {name: value for name, value in counts.items() if not name.endswith("_pc")})
    return found


def solve_assessments(targets: Targets, ledger: Ledger) -> Assessments:
    """Decisions not to issue by the 16 weeks; a pair that does not add up to the refusals gives way in
    the second."""
    counts = targets.several(ASSESSMENTS, targets.tables[ASSESSMENTS])
    refused, within = counts["assess_not_issued"], counts["outcome_decision_within_time"]
    over = refused - within
    reasons = {}
    if over != counts["outcome_decision_over_time"]:
        reasons["outcome_decision_over_time"] = "within and over time do not add up to assess_not_issued"
    planned = {name: value for name, value in counts.items() if not name.endswith("_pc")}
    ledger.plan(ASSESSMENTS, planned | {"outcome_decision_over_time": over}, reasons)
    return Assessments(
        issued=counts["assess_issued"],
        refused_within=within,
        refused_over=over,
        withdrawn=counts["assess_withdrawn"],
        undecided=counts["assess_not_made"],
        appeals=Flags(
            counts["number_assess_mediation"],
            counts["number_assess_tribunal"],
            counts["number_asssess_mediation_tribunal"],
        ),
        other_appeals=Flags(
            counts["number_other_mediation"],
            counts["number_other_tribunal"],
            counts["number_other_mediation_tribunal"],
        ),
    )


def solve_timeliness(targets: Targets, issued: int, ledger: Ledger) -> Timeliness:
    """The bands; where they do not add up to their base, the middle one takes the difference."""
    counts = targets.several(TIMELINESS, targets.tables[TIMELINESS])
    base, base_ex = counts["plans_issued_den"], counts["plans_issued_den_ex"]
    within, within_ex = counts["plans_issued_within_20_weeks"], counts["plans_issued_20_weeks_ex"]
    year, year_ex = counts["plans_issued_gt_1_year"], counts["plans_issued_gt_1_year_ex"]
    over, over_ex = base - within - year, base_ex - within_ex - year_ex
    planned = {name: value for name, value in counts.items() if not name.lower().startswith("pc_")}
    planned |= {"plans_issued_gt20weeks_ltYear": over, "plans_issued_gt20weeks_ltYear_ex": over_ex}
    reasons = {
        name: "the three bands do not add up to their base"
        for name in ("plans_issued_gt20weeks_ltYear", "plans_issued_gt20weeks_ltYear_ex")
        if planned[name] != counts[name]
    }
    ledger.plan(TIMELINESS, planned, reasons)
    return Timeliness(
        within=Band(within_ex, within - within_ex),
        over=Band(over_ex, over - over_ex),
        over_a_year=Band(year_ex, year - year_ex),
        left_out=issued - base,
    )
