"""The plans that were there before: historical requests and assessments, of plans in force and of plans
that ceased."""

from datetime import date
from random import Random

from goldenthread.demo.synthesis.cases.days import Days, days
from goldenthread.demo.synthesis.cases.decided import NEW, NOT_ISSUED_NOW
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cohort.area import Cohort
from goldenthread.demo.synthesis.columns import CEASE_REASONS

OLDER, RESTARTED, CEASED = "older", "restarted", "ceased"

FIRST_PLANS, STATEMENTS_ENDED = date(2014, 9, 1), date(2018, 3, 31)
"""Part 3 of the Children and Families Act 2014 came into force; the last statements had become plans."""

WHY_NEW_PLANS_END = (
    "transfer",
    "moved_outside_eng",
    "no_engage",
    "other",
    "needs_met",
    "employ",
    "deceased",
    "he",
)
"""The order in which new plans take the reasons of the year: a family that moves, before anything else."""


def historical(kind: str, started_on: date, calendar: Days) -> Draft:
    """A plan whose request and assessment were settled before the year."""
    draft = Draft(calendar.before(min(started_on, calendar.first), 120, 330), "H", kind, assessment="H")
    draft.started_on = started_on
    return draft


def standing(cohort: Cohort, years_held: dict[int, int], calendar: Days) -> list[Draft]:
    """Plans of earlier years still in force, and those moved in or dated anew in the year.

    `years_held` weighs how many years a plan has been held, counted from census day.
    """
    held = {years: weight for years, weight in years_held.items() if years >= 2}
    drawn = calendar.rng.choices(tuple(held), tuple(held.values()), k=cohort.plans.older)
    last = calendar.first - days(4)
    older = [_start_of(years, last, calendar) for years in drawn]
    restarted = [calendar.between(calendar.first, calendar.last) for _ in range(cohort.plans.restarted)]
    return [historical(OLDER, day, calendar) for day in older] + [
        historical(RESTARTED, day, calendar) for day in restarted
    ]


def _start_of(years: int, last: date, calendar: Days) -> date:
    """A day on which a plan held for that many years started: none before there were any, whose
    statement came first."""
    first = calendar.census - days(365.25 * years)
    if first < FIRST_PLANS:
        return calendar.between(FIRST_PLANS, STATEMENTS_ENDED)
    return calendar.between(first, min(last, calendar.census - days(365.25 * (years - 1))))


def cease(cohort: Cohort, new: list[Draft], years_held: dict[int, int], calendar: Days) -> list[Draft]:
    """End plans: some of the `new`, in the year or in January; answer the older plans that ceased in the
    year."""
    plans = cohort.plans
    reasons = dict(plans.ceased)
    ending = sorted((d for d in new if d.kind in (NEW, NOT_ISSUED_NOW)), key=_start)
    in_year = _spread(ending[: len(ending) * 2 // 3], plans.new_ceased_in_year, calendar.rng)
    for draft in in_year:
        reason = next(name for name in (*WHY_NEW_PLANS_END, *reasons) if reasons.get(name))
        reasons[reason] -= 1
        draft.cease_reason = CEASE_REASONS[reason]
        draft.ceased_on = calendar.between(
            min(_start(draft) + days(21), calendar.last - days(7)), calendar.last
        )
    rest = [draft for draft in ending if draft.ceased_on is None]
    for draft in _spread(rest, plans.new_ceased_in_january, calendar.rng):
        draft.cease_reason = CEASE_REASONS["transfer"]
        draft.ceased_on = calendar.between(calendar.last + days(1), calendar.census - days(1))
    return [_ceased(name, years_held, calendar) for name, count in reasons.items() for _ in range(count)]


def _start(draft: Draft) -> date:
    if draft.started_on is None:
        raise ValueError("a new plan has no start date")
    return draft.started_on


def _spread(drafts: list[Draft], count: int, rng: Random) -> list[Draft]:
    return rng.sample(drafts, count)


def _ceased(reason: str, years_held: dict[int, int], calendar: Days) -> Draft:
    years = calendar.rng.choices(tuple(years_held), tuple(years_held.values()))[0]
    earliest = max(FIRST_PLANS, calendar.first - days(365.25 * max(1, years)))
    started = calendar.between(earliest, calendar.first - days(10))
    draft = historical(CEASED, started, calendar)
    draft.cease_reason = CEASE_REASONS[reason]
    summer = reason in ("max_age", "he", "employ", "no_engage") and calendar.rng.random() < 0.6
    first = date(calendar.first.year, 7, 15) if summer else calendar.first
    draft.ceased_on = calendar.between(first, date(calendar.first.year, 9, 15) if summer else calendar.last)
    return draft
