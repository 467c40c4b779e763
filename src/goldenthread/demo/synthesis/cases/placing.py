"""Where does each child go to school, with which need, and when was the child born?"""

from collections.abc import Iterable, Mapping
from datetime import date

from goldenthread.demo.synthesis.cases.days import Days, days
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.standing import CEASED, OLDER, RESTARTED
from goldenthread.demo.synthesis.cohort.area import Cohort
from goldenthread.demo.synthesis.columns import CEASE_REASONS, EARLY_YEARS, NEED_COLUMNS, PLACEMENTS
from goldenthread.demo.synthesis.guides import Guides
from goldenthread.demo.synthesis.sharing import joint

SCHOOL_AGE_ONLY = "neet_other_csa"
NEVER_SCHOOL_AGE = "neet_other"
OVER_SIXTEEN = ("neet", "neet_ntci")
LEAST_AGE_AT_START = 1.6  # years
REASON_NAMES = {code: name for name, code in CEASE_REASONS.items()}


def place(cohort: Cohort, drafts: list[Draft], shapes: Guides, calendar: Days) -> None:
    """Give every plan its placement and need, with exactly the sums of the cohort, and every person a
    birth date."""
    plans = cohort.plans
    planned = [draft for draft in drafts if draft.started_on and draft.kind != CEASED]
    new = [draft for draft in planned if _is_new(draft, calendar)]
    groups = (
        ([d for d in new if d.in_force], plans.new_placements, plans.new_needs),
        ([d for d in new if not d.in_force], plans.new_ceased_placements, plans.new_ceased_needs),
        ([d for d in planned if not _is_new(d, calendar)], plans.other_placements, plans.other_needs),
    )
    for group, placements, needs in groups:
        pairs = [pair for pair, n in joint(placements, needs, shapes.needs).items() for _ in range(n)]
        calendar.rng.shuffle(pairs)
        for draft, (placement, need) in zip(group, pairs, strict=True):
            draft.placement, draft.need = placement, need
    for draft in drafts:
        if draft.kind == CEASED:
            _place_ceased(draft, cohort, shapes, calendar)
        elif draft.started_on is None:
            draft.born_on = _born(calendar, _age(shapes.requests, calendar), draft.received_on)
        else:
            _give_birth_date(draft, shapes, calendar)


def _is_new(draft: Draft, calendar: Days) -> bool:
    return (
        draft.started_on is not None
        and calendar.in_year(draft.started_on)
        and draft.kind not in (OLDER, RESTARTED, CEASED)
    )


def _age(weights: Mapping[int, int], calendar: Days) -> int:
    return calendar.rng.choices(tuple(weights), tuple(weights.values()))[0]


def _born(calendar: Days, age: int, on: date) -> date:
    """A birth date of someone who is `age` on that day; "20 and over" thins out to 23."""
    if age == 20:
        age = calendar.rng.choices((20, 21, 22, 23), (5, 4, 3, 2))[0]
    if age == 2:
        age = calendar.rng.choices((1, 2), (1, 6))[0]
    return date(on.year - age, on.month, min(on.day, 28)) - days(calendar.rng.randint(1, 364))


def _give_birth_date(draft: Draft, shapes: Guides, calendar: Days) -> None:
    """By the age usual for the placement: on 31 August before census day for standing plans, at the
    start for new ones."""
    if draft.started_on is None or draft.placement is None:
        raise ValueError("a plan has no start or no placement")
    school_year = date(calendar.census.year - 1, 8, 31)
    if draft.kind in (OLDER, RESTARTED) or draft.placement in (
        SCHOOL_AGE_ONLY,
        NEVER_SCHOOL_AGE,
        *OVER_SIXTEEN,
    ):
        weights = _sensible(draft.placement, shapes.caseload[draft.placement])
        age = _age(weights, calendar)
        draft.born_on = date(school_year.year - age, 8, 31) - days(calendar.rng.randint(0, 364))
    else:
        weights = shapes.new_plans[draft.placement] or shapes.caseload[draft.placement]
        age = _age(_sensible(draft.placement, weights), calendar)
        draft.born_on = _born(calendar, age, draft.started_on)
    _start_after_birth(draft, calendar)


def _sensible(placement: str, weights: Mapping[int, int]) -> Mapping[int, int]:
    """Drop ages at which the placement's own name would be wrong, whichever day the age is taken on."""
    if placement == SCHOOL_AGE_ONLY:
        return {age: n for age, n in weights.items() if 5 <= age <= 14}
    if placement == NEVER_SCHOOL_AGE:
        return {age: n for age, n in weights.items() if age <= 3 or 16 <= age <= 24}
    oldest = 5 if placement == EARLY_YEARS else 24
    return {age: n for age, n in weights.items() if (16 if placement in OVER_SIXTEEN else 0) <= age <= oldest}


def _start_after_birth(draft: Draft, calendar: Days) -> None:
    """A plan held for many years cannot be older than the child; few start before the third birthday."""
    if draft.born_on is None or draft.started_on is None:
        raise ValueError("a plan has no start or its person no birth date")
    earliest = draft.born_on + days(365.25 * LEAST_AGE_AT_START)
    if draft.kind == OLDER and draft.started_on < draft.born_on + days(365.25 * 3):
        last = calendar.first - days(4)
        first = min(draft.born_on + days(365.25 * 3), max(earliest, last - days(200)), last - days(10))
        draft.started_on = calendar.between(first, last)
        draft.received_on = calendar.before(draft.started_on, 120, 220)
    newest = min(draft.received_on, draft.started_on)
    if draft.born_on >= newest - days(200):  # a two-year-old whose case took long
        draft.born_on = newest - days(calendar.rng.randint(220, 500))


def _place_ceased(draft: Draft, cohort: Cohort, shapes: Guides, calendar: Days) -> None:
    """A plan that ceased: the age by the reason, then the placement and need by the age."""
    if draft.ceased_on is None or draft.started_on is None or draft.cease_reason is None:
        raise ValueError("a ceased plan has no reason or no date")
    reason = REASON_NAMES[draft.cease_reason]
    age = 25 if reason == "max_age" else _age(shapes.ceased[reason], calendar)
    if age == 25:
        born = date(draft.ceased_on.year - 25, 8, 31) - days(calendar.rng.randint(0, 240))
        draft.ceased_on = min(draft.ceased_on, date(draft.ceased_on.year, 8, 30))
        draft.born_on = min(born, draft.ceased_on - days(365.25 * 25 + 2))
    else:
        draft.born_on = _born(calendar, age, draft.ceased_on)
    earliest = draft.born_on + days(365.25 * 3)
    if draft.started_on < earliest:
        draft.started_on = calendar.between(
            min(earliest, draft.ceased_on - days(90)), draft.ceased_on - days(60)
        )
        draft.started_on = min(draft.started_on, calendar.first - days(10))
        draft.received_on = calendar.before(draft.started_on, 120, 220)
    stock = cohort.plans.other_placements
    usual = {name: shapes.caseload[name].get(min(age, 24), 0) * stock[name] for name in PLACEMENTS[:-1]}
    draft.placement = _one(usual, calendar) or PLACEMENTS[0]
    draft.need = _one({name: shapes.needs[draft.placement][name] for name in NEED_COLUMNS[:-1]}, calendar)
    if draft.born_on > draft.received_on - days(200):
        draft.born_on = draft.received_on - days(400)


def _one(weights: Mapping[str, float], calendar: Days) -> str | None:
    names: Iterable[str] = [name for name, weight in weights.items() if weight > 0]
    chosen = tuple(names)
    return calendar.rng.choices(chosen, [weights[name] for name in chosen])[0] if chosen else None
