"""All the cases of an area, in the order in which the file has them."""

from goldenthread.demo.synthesis.cases.appeals import share_appeals
from goldenthread.demo.synthesis.cases.asked import asked, settle_outcomes, still_open_from_before
from goldenthread.demo.synthesis.cases.days import Days
from goldenthread.demo.synthesis.cases.decided import (
    hold_to_requests,
    issued,
    issued_in_january,
    others_decided,
    started_not_issued,
)
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.extras import add_extras
from goldenthread.demo.synthesis.cases.placing import place
from goldenthread.demo.synthesis.cases.reviewing import review
from goldenthread.demo.synthesis.cases.six_weeks import decide
from goldenthread.demo.synthesis.cases.standing import OLDER, cease, standing
from goldenthread.demo.synthesis.cohort.area import Cohort
from goldenthread.demo.synthesis.guides import guides


def cases(cohort: Cohort, calendar: Days) -> list[Draft]:
    """One draft for each request of the file. The same cohort and calendar give the same cases."""
    rng = calendar.rng
    shapes = guides(cohort.targets.area, cohort.targets.region)
    appeals = share_appeals(cohort, rng)
    new = issued(cohort, appeals, calendar)
    decided = new + others_decided(cohort, appeals, calendar) + issued_in_january(cohort, calendar)
    disputed = len(appeals.requests) + len(appeals.issued_from_request)
    must_stay_open = max(0, disputed - cohort.requests.no)  # these carry the flags that refusals cannot
    hold_to_requests(decided, cohort.requests.yes - must_stay_open, cohort.requests.no, calendar)
    left = settle_outcomes(cohort, decided, calendar)
    requests = asked(cohort, appeals, left, calendar)
    before = [draft for draft in decided if draft.received_on < calendar.first]
    before += still_open_from_before(cohort, left[0], calendar)
    of_year = [draft for draft in decided + requests if calendar.in_year(draft.received_on)]
    refused_before = decide(cohort, [d for d in of_year if d.outcome in ("Y", "N")], before, calendar)
    new_not_issued = started_not_issued(cohort, calendar)
    old = standing(cohort, shapes.years_held, calendar)
    ceased = cease(cohort, new + new_not_issued, shapes.years_held, calendar)
    drafts = of_year + before + refused_before + new_not_issued + old + ceased
    place(cohort, drafts, shapes, calendar)
    plans = [draft for draft in drafts if draft.in_force]
    review(plans, cohort.reviews, calendar)
    add_extras(plans, cohort.extras, rng)
    _flag_standing(appeals.standing_other, appeals.standing_after_refusal, drafts)
    _flag_youth_accommodation(cohort, of_year, calendar)
    rng.shuffle(drafts)
    return drafts


def _flag_standing(
    other: list[tuple[bool, bool]], refusals: list[tuple[bool, bool]], drafts: list[Draft]
) -> None:
    """Appeals in the year about plans of earlier years."""
    older = [draft for draft in drafts if draft.kind == OLDER]
    if max(len(other), len(refusals)) > len(older):
        raise ValueError("more appeals about earlier plans than there are such plans")
    for (mediation, tribunal), draft in zip(other, older, strict=False):
        draft.other_mediation, draft.other_tribunal = mediation, tribunal
    for (mediation, tribunal), draft in zip(refusals, reversed(older), strict=False):
        draft.assessment_mediation, draft.assessment_tribunal = mediation, tribunal


def _flag_youth_accommodation(cohort: Cohort, of_year: list[Draft], calendar: Days) -> None:
    """Requests made from youth accommodation: people without a plan first, and those are aged as such
    people are."""
    drawn = calendar.rng.sample(of_year, len(of_year))
    drawn.sort(key=lambda draft: draft.started_on is not None)
    for draft in drawn[: cohort.requests.youth_accommodation]:
        draft.youth_accommodation = True
        if draft.started_on is None:
            years = calendar.rng.randint(14, 17)
            draft.born_on = draft.received_on.replace(year=draft.received_on.year - years, day=1)
