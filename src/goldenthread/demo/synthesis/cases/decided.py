"""The assessments that ended in the year: plans issued, plans refused, withdrawals; and plans issued
just after it."""

from datetime import date
from random import Random

from goldenthread.demo.synthesis.cases.appeals import Appeals, Pair
from goldenthread.demo.synthesis.cases.days import DECISIONS_BY_MONTH, Days, days
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cohort.area import Cohort
from goldenthread.demo.synthesis.cohort.stock import Plans

NEW, BEFORE, AFTER, NOT_RETURNED = "new", "before", "after", "not returned"
JANUARY, NOT_ISSUED_NOW = "january", "not issued now"
REFUSED, WITHDRAWN, UNDECIDED = "refused", "withdrawn", "undecided"

WITHIN, OVER, OVER_A_YEAR = "within", "over", "over a year"


def days_taken(band: str, rng: Random) -> int:
    """Days from request to plan in a band of timeliness; clear of 364 to 366, where sources differ on
    what a year is."""
    if band == WITHIN:
        return 140 - min(70, int(rng.expovariate(1 / 12)))
    if band == OVER:
        return int(rng.triangular(141, 363, 175))
    return 367 + min(600, int(rng.expovariate(1 / 110)))


def issued(cohort: Cohort, appeals: Appeals, calendar: Days) -> list[Draft]:
    """Every plan issued in the year, with the day it started; `outcome` of the request is settled later."""
    rng = calendar.rng
    kinds = _kinds(cohort.plans)
    # of this year's requests, so never of a plan that started before it: those kinds come last
    drafts = [_from_request(pair, calendar) for pair in appeals.issued_from_request]
    rest = [_timed(band, excepted, rng) for band, excepted in _bands(cohort)]
    rest += [_appealed(pair, "other", rng) for pair in appeals.issued_other]
    rest += [_appealed(pair, "assessment", rng) for pair in appeals.issued_after_refusal]
    rest += [_appealed(pair, "request", rng) for pair in appeals.issued_from_earlier_request]
    rng.shuffle(rest)
    for draft, kind in zip(drafts, kinds, strict=False):
        _start(draft, kind, calendar)
    for (draft, length), kind in zip(rest, kinds[len(drafts) :], strict=True):
        draft.assessment_on = _issue_day(kind, calendar)
        if draft.mediation or draft.tribunal:  # flagged on a request of an earlier year
            length = max(length, (draft.assessment_on - calendar.first).days + 1 + rng.randint(5, 200))
        draft.received_on = draft.assessment_on - days(length)
        _start(draft, kind, calendar)
    return drafts + [draft for draft, _ in rest]


def _kinds(plans: Plans) -> list[str]:
    """The side of the year that each plan issued started on; those that started before it come last."""
    return (
        [NEW] * plans.new_and_issued
        + [AFTER] * plans.issued_started_after
        + [NOT_RETURNED] * plans.issued_not_returned
        + [BEFORE] * plans.issued_started_before
    )


def _bands(cohort: Cohort) -> list[tuple[str, bool]]:
    found = []
    timeliness = cohort.timeliness
    for name, band in (
        (WITHIN, timeliness.within),
        (OVER, timeliness.over),
        (OVER_A_YEAR, timeliness.over_a_year),
    ):
        found += [(name, False)] * band.plain + [(name, True)] * band.excepted
    return found


def _blank(kind: str, assessment: str) -> Draft:
    return Draft(received_on=date.min, outcome="H", kind=kind, assessment=assessment)


def _timed(band: str, excepted: bool, rng: Random) -> tuple[Draft, int]:
    draft = _blank(NEW, "Y")
    draft.exception = excepted
    return draft, days_taken(band, rng)


def _appealed(pair: Pair, about: str, rng: Random) -> tuple[Draft, int]:
    draft = _blank(NEW, "Y")
    if about == "other":
        draft.other_mediation, draft.other_tribunal = pair
    elif about == "assessment":
        draft.assessment_mediation, draft.assessment_tribunal = pair
    else:
        draft.mediation, draft.tribunal = pair
    return draft, int(rng.triangular(125, 480, 200))


def _from_request(pair: Pair, calendar: Days) -> Draft:
    """A request of this year that was refused, disputed, then assessed, with the plan issued before the
    year was out."""
    draft = _blank(NEW, "Y")
    draft.mediation, draft.tribunal = pair
    draft.received_on = calendar.asked(calendar.first, calendar.last - days(200))
    draft.assessment_on = calendar.between(draft.received_on + days(170), calendar.last)
    return draft


def _issue_day(kind: str, calendar: Days) -> date:
    if kind == BEFORE:  # the plan is dated in December and the family told in January
        return calendar.between(calendar.first, calendar.first + days(30))
    if kind == AFTER:
        return calendar.between(calendar.last - days(42), calendar.last)
    return calendar.between(calendar.first, calendar.last, DECISIONS_BY_MONTH)


def _start(draft: Draft, kind: str, calendar: Days) -> None:
    draft.kind = kind
    if kind == BEFORE:
        draft.started_on = calendar.between(calendar.first - days(28), calendar.first - days(1))
    elif kind == AFTER:
        draft.started_on = calendar.between(calendar.last + days(1), calendar.census - days(1))
    elif kind == NEW:
        draft.started_on = draft.assessment_on


def others_decided(cohort: Cohort, appeals: Appeals, calendar: Days) -> list[Draft]:
    """Assessments that ended in the year without a plan, and those that are dated though still open."""
    rng, found = calendar.rng, []
    plan = cohort.assessments
    lengths = [rng.randint(78, 112) for _ in range(plan.refused_within)]
    lengths += [113 + min(220, int(rng.expovariate(1 / 35))) for _ in range(plan.refused_over)]
    flags = appeals.refused + [(False, False)] * (len(lengths) - len(appeals.refused))
    rng.shuffle(flags)
    for length, (mediation, tribunal) in zip(lengths, flags, strict=True):
        draft = _ended(REFUSED, "N", length, calendar)
        draft.assessment_mediation, draft.assessment_tribunal = mediation, tribunal
        found.append(draft)
    found += [_ended(WITHDRAWN, "W", rng.randint(50, 180), calendar) for _ in range(plan.withdrawn)]
    found += [_ended(UNDECIDED, "A", rng.randint(60, 200), calendar) for _ in range(plan.undecided)]
    return found


def _ended(kind: str, assessment: str, length: int, calendar: Days) -> Draft:
    draft = _blank(kind, assessment)
    draft.assessment_on = calendar.between(calendar.first, calendar.last, DECISIONS_BY_MONTH)
    draft.received_on = draft.assessment_on - days(length)
    return draft


def issued_in_january(cohort: Cohort, calendar: Days) -> list[Draft]:
    """Plans issued between the end of the year and census day: in force, but no flow of the year."""
    bands = _bands(cohort) or [(OVER, False)]
    found = []
    for _ in range(cohort.plans.january):
        band, _ = calendar.rng.choice(bands)
        draft = _blank(JANUARY, "Y")
        draft.assessment_on = calendar.between(calendar.last + days(1), calendar.census - days(1))
        draft.started_on = draft.assessment_on
        draft.received_on = draft.assessment_on - days(days_taken(band, calendar.rng))
        found.append(draft)
    return found


def started_not_issued(cohort: Cohort, calendar: Days) -> list[Draft]:
    """Plans that started in the year though the family was told at the end of the one before."""
    found = []
    for _ in range(cohort.plans.new_not_issued):
        draft = _blank(NOT_ISSUED_NOW, "Y")
        draft.assessment_on = calendar.between(calendar.first - days(35), calendar.first - days(4))
        draft.started_on = calendar.between(calendar.first, calendar.first + days(28))
        draft.received_on = draft.assessment_on - days(
            days_taken(calendar.rng.choice((WITHIN, OVER)), calendar.rng)
        )
        found.append(draft)
    return found


def hold_to_requests(drafts: list[Draft], yes: int, no: int, calendar: Days) -> None:
    """Bring decisions forward until no more cases came from this year's requests than were agreed.

    Disputed requests were refused and take up refusals (`no`) while there are any. The length of each
    case stays; a case moved was received by the end of the year before.
    """
    of_year = [draft for draft in drafts if draft.received_on >= calendar.first]
    disputed = sum(bool(draft.mediation or draft.tribunal) for draft in of_year)
    room = yes + min(no, disputed)
    movable = [d for d in of_year if d.mediation is None and d.kind in (NEW, REFUSED, WITHDRAWN, UNDECIDED)]
    movable.sort(key=lambda draft: draft.received_on)
    for draft in movable[: max(0, len(of_year) - room)]:
        if draft.assessment_on is None:
            raise ValueError("a decided case has no day of decision")
        length = draft.assessment_on - draft.received_on
        draft.assessment_on = calendar.between(calendar.first, calendar.first - days(3) + length)
        draft.received_on = draft.assessment_on - length
        if draft.started_on:
            draft.started_on = draft.assessment_on
