"""The requests of the year that did not end in it: refused, withdrawn, still being decided, still being
assessed."""

from datetime import date

from goldenthread.demo.synthesis.cases.appeals import Appeals, Pair
from goldenthread.demo.synthesis.cases.days import Days, days
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cohort.area import Cohort

OPEN, REFUSED_REQUEST, DISPUTED = "open", "refused request", "disputed"
NOT_DECIDED, WITHDRAWN_REQUEST = "not decided", "withdrawn request"

LAWFUL_WAIT = 112  # days: until 16 weeks hardly any assessment has ended
WEEKS_IN_DECISION = 42  # days
EARLIER_OPEN = 0.6
"""Requests of earlier years still open, for each plan of the year that took over a year. Invented, after
the public record: Suffolk had 403 of before 2024 open in October 2024 and issued 305 plans that took
over a year."""
REVERSED = 0.25
"""Share of disputed refusals where an assessment has begun by census day. Invented."""


def settle_outcomes(cohort: Cohort, decided: list[Draft], calendar: Days) -> tuple[int, int]:
    """Give decided cases of this year's requests their request outcome; answer the yes and no that are left.

    A disputed request was refused (the refusal stands when it is reversed), unless the area refused too few.
    """
    yes, no = cohort.requests.yes, cohort.requests.no
    for draft in decided:
        if draft.received_on < calendar.first:
            continue
        if (draft.mediation or draft.tribunal) and no:
            draft.outcome, no = "N", no - 1
        else:
            draft.outcome, yes = "Y", yes - 1
    if yes < 0:
        raise ValueError("more assessments began from this year's requests than were agreed")
    return yes, no


def asked(cohort: Cohort, appeals: Appeals, left: tuple[int, int], calendar: Days) -> list[Draft]:
    """The other requests of the year, one draft each."""
    yes, no = left
    rng = calendar.rng
    refused = [
        Draft(calendar.asked(calendar.first, calendar.last - days(14)), "N", REFUSED_REQUEST)
        for _ in range(no)
    ]
    agreed = [Draft(_open_since(cohort, calendar), "Y", OPEN, assessment="A") for _ in range(yes)]
    _flag(appeals.requests, refused, agreed)
    for draft in refused:
        early = draft.received_on < calendar.last - days(150)
        if (draft.mediation or draft.tribunal) and early and rng.random() < REVERSED:
            draft.kind, draft.assessment = DISPUTED, "A"
    _to_be_issued(agreed, calendar)
    undecided = [Draft(day, "A", NOT_DECIDED) for day in _undecided_since(cohort, calendar)]
    withdrawn = [
        Draft(calendar.asked(calendar.first, calendar.last - days(7)), "W", WITHDRAWN_REQUEST)
        for _ in range(cohort.requests.withdrawn)
    ]
    return refused + agreed + undecided + withdrawn


def _flag(pairs: list[Pair], refused: list[Draft], agreed: list[Draft]) -> None:
    if len(pairs) > len(refused) + len(agreed):
        raise ValueError("more disputed requests than requests to carry the flags")
    for pair, draft in zip(pairs, refused + agreed, strict=False):
        draft.mediation, draft.tribunal = pair


def _open_since(cohort: Cohort, calendar: Days) -> date:
    """When a request was received whose assessment is open on census day: the longer ago, the less likely."""
    timeliness = cohort.timeliness
    late = timeliness.over.plain + timeliness.over_a_year.plain
    share_late = late / max(1, late + timeliness.within.plain)
    while True:
        day = calendar.asked(calendar.first, calendar.last - days(12))
        waited = (calendar.census - day).days
        still_open = (
            1.0 if waited <= LAWFUL_WAIT else max(0.02, share_late * 0.5 ** ((waited - LAWFUL_WAIT) / 140))
        )
        if calendar.rng.random() < still_open:
            return day


def _to_be_issued(agreed: list[Draft], calendar: Days) -> None:
    """Some open cases have got as far as a plan that will be issued and is not yet: the draft is with
    the family."""
    for draft in agreed:
        waited = (calendar.census - draft.received_on).days
        if waited > 98 and calendar.rng.random() < 0.2:
            draft.assessment = "Y"


def _undecided_since(cohort: Cohort, calendar: Days) -> list[date]:
    """Requests not decided by the end of the year: of its last weeks, and older ones where decisions are
    late."""
    requests = cohort.requests
    fresh = round(requests.received * WEEKS_IN_DECISION / 366 * 0.8)
    recent_from = calendar.census - days(WEEKS_IN_DECISION)
    timed = requests.within + requests.over + requests.earlier_within + requests.earlier_over
    late_share = requests.over / max(1, timed)
    found = []
    for number in range(requests.undecided):
        if (number < fresh and calendar.rng.random() >= late_share / 2) or late_share == 0:
            found.append(calendar.asked(recent_from, calendar.last))
        else:
            found.append(calendar.asked(calendar.first + days(120), recent_from - days(1)))
    return found


def still_open_from_before(cohort: Cohort, open_now: int, calendar: Days) -> list[Draft]:
    """Assessments still open from requests of earlier years. Nothing is published of them: a believable
    number."""
    over_a_year = cohort.timeliness.over_a_year
    count = round(EARLIER_OPEN * (over_a_year.plain + over_a_year.excepted)) + open_now // 60
    found = []
    for number in range(count):
        latest = calendar.first - days(1)
        longest = 200 if number % 40 else 500
        draft = Draft(calendar.asked(latest - days(longest), latest), "H", OPEN, assessment="A")
        if calendar.rng.random() < 0.3:
            draft.assessment = "Y"
        found.append(draft)
    return found
