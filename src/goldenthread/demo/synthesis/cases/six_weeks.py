"""On which day was each request decided? So that the decisions of the year are as timely as published."""

from datetime import date

from goldenthread.demo.synthesis.cases.asked import REFUSED_REQUEST
from goldenthread.demo.synthesis.cases.days import Days, days
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cohort.area import Cohort

LIMIT = 42
ADVICE_TAKES = 35  # days between the decision to assess and the end of an assessment, at the least


def decide(cohort: Cohort, of_year: list[Draft], earlier: list[Draft], calendar: Days) -> list[Draft]:
    """Date the decision on every request that was decided; answer further refusals of requests from the
    year before.

    `of_year` are this year's requests with outcome Y or N; `earlier` are requests of the year before
    whose case went on. Those of the `earlier` that cannot have been decided before the year are decided
    in it.
    """
    requests = cohort.requests
    january = _latest(of_year, requests.decided_in_january, calendar)
    for draft in january:
        draft.outcome_on = calendar.between(calendar.last + days(1), calendar.census - days(1))
    rest = [draft for draft in of_year if draft.outcome_on is None]
    for draft in _slowest(rest, requests.over, calendar):
        draft.outcome_on = _late_day(draft, calendar)
    for draft in rest:
        if draft.outcome_on is None:
            draft.outcome_on = _day_in_time(draft, calendar)
    return _decide_earlier(cohort, earlier, calendar)


def _latest(drafts: list[Draft], count: int, calendar: Days) -> list[Draft]:
    free = [draft for draft in drafts if draft.assessment_on is None]
    return sorted(free, key=lambda d: d.received_on)[len(free) - count :]


def _must_be_decided_by(draft: Draft, calendar: Days) -> date:
    """The last day on which the decision can have been taken, given what followed it."""
    if draft.assessment_on is None:
        return calendar.last
    return min(calendar.last, draft.assessment_on - days(ADVICE_TAKES))


def _slowest(drafts: list[Draft], count: int, calendar: Days) -> list[Draft]:
    """`count` requests that can have waited over six weeks; received earlier where too few can."""

    def can_be_late(draft: Draft) -> bool:
        return (_must_be_decided_by(draft, calendar) - draft.received_on).days >= LIMIT + 8

    able = [draft for draft in drafts if can_be_late(draft)]
    for draft in drafts:
        if len(able) >= count:
            break
        if draft.assessment_on is None and not can_be_late(draft):
            draft.received_on = calendar.asked(calendar.first, calendar.last - days(LIMIT + 20))
            able.append(draft)
    if len(able) < count:
        raise ValueError("too few requests of the year can have been decided late")
    calendar.rng.shuffle(able)
    return able[:count]


def _late_day(draft: Draft, calendar: Days) -> date:
    last = _must_be_decided_by(draft, calendar)
    wait = LIMIT + 1 + min(150, int(calendar.rng.expovariate(1 / 18)))
    return calendar.between(
        draft.received_on + days(LIMIT + 1), min(last, draft.received_on + days(wait + 6))
    )


def _day_in_time(draft: Draft, calendar: Days) -> date:
    last = min(_must_be_decided_by(draft, calendar), draft.received_on + days(LIMIT))
    wait = int(calendar.rng.triangular(14, LIMIT, 40))
    return calendar.between(min(last - days(4), draft.received_on + days(wait - 4)), last)


def _decide_earlier(cohort: Cohort, earlier: list[Draft], calendar: Days) -> list[Draft]:
    """Requests of the year before that were decided in this one, in time and late; the others are
    historical."""
    within, over = cohort.requests.earlier_within, cohort.requests.earlier_over
    in_reach = calendar.first - days(LIMIT - 4)
    newest_first = sorted(earlier, key=lambda d: d.received_on, reverse=True)
    recent = [draft for draft in newest_first if draft.received_on >= in_reach and _can_wait(draft, calendar)]
    older = [
        draft
        for draft in newest_first
        if draft.received_on < in_reach and _can_wait(draft, calendar, at_least=LIMIT + 8)
    ]
    for draft in recent[:within]:
        draft.outcome = "Y"
        last = min(draft.received_on + days(LIMIT), _must_be_decided_by(draft, calendar))
        draft.outcome_on = calendar.between(calendar.first, last)
    for draft in older[:over]:
        draft.outcome = "Y"
        soonest = max(calendar.first, draft.received_on + days(LIMIT + 1))
        draft.outcome_on = calendar.between(
            soonest, max(soonest, min(soonest + days(80), _must_be_decided_by(draft, calendar)))
        )
    refused = [_refused(calendar, late=False) for _ in range(within - len(recent[:within]))]
    return refused + [_refused(calendar, late=True) for _ in range(over - len(older[:over]))]


def _can_wait(draft: Draft, calendar: Days, at_least: int = 0) -> bool:
    """Could the decision have fallen in the year? Not for a request that is flagged as refused before it."""
    soonest = max(calendar.first + days(3), draft.received_on + days(at_least))
    return not (draft.mediation or draft.tribunal) and _must_be_decided_by(draft, calendar) >= soonest


def _refused(calendar: Days, *, late: bool) -> Draft:
    if late:
        received = calendar.asked(calendar.first - days(120), calendar.first - days(LIMIT + 1))
        decided = calendar.between(calendar.first, calendar.first + days(60))
    else:
        received = calendar.asked(calendar.first - days(LIMIT - 5), calendar.first - days(1))
        decided = calendar.between(calendar.first, received + days(LIMIT))
    return Draft(received, "N", REFUSED_REQUEST, outcome_on=decided)
