"""Which plans have a personal budget, a residential place or a place at work?"""

from random import Random

from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cohort.extras import Extras
from goldenthread.demo.synthesis.columns import UNKNOWN_PLACEMENT

BOARDING = ("special_independent", "special_non_maintained", "specialist_post_16_institutions")
AT_WORK = ("general_fe_tertiary_colleges", "ukrlp_provider", "specialist_post_16_institutions")


def add_extras(plans: list[Draft], extras: Extras, rng: Random) -> None:
    """Hand budgets and places out among plans in force: believable settings first, any open placement
    after."""
    in_force = [draft for draft in plans if draft.in_force]
    placed = [draft for draft in in_force if draft.placement != UNKNOWN_PLACEMENT]
    kinds = [kind for kind, count in extras.budgets.items() for _ in range(count)]
    chosen = rng.sample(in_force, len(kinds))
    for draft, kind in zip(chosen, kinds, strict=True):
        draft.personal_budget, draft.budget_kind = True, kind
    for draft in rng.sample(chosen, extras.organised):
        draft.organised = True
    codes = [code for code, count in extras.residential.items() for _ in range(count)]
    for draft, code in zip(_likely(placed, BOARDING, len(codes), rng), codes, strict=True):
        draft.residential = code
    at_work = [kind for kind, count in extras.work_based.items() for _ in range(count)]
    for draft, kind in zip(_likely(placed, AT_WORK, len(at_work), rng), at_work, strict=True):
        draft.work_based = kind


def _likely(placed: list[Draft], settings: tuple[str, ...], count: int, rng: Random) -> list[Draft]:
    """`count` plans at random, those in these settings first, then the oldest people."""
    inside = [draft for draft in placed if draft.placement in settings]
    outside = sorted(
        (draft for draft in placed if draft.placement not in settings), key=lambda d: str(d.born_on)
    )
    rng.shuffle(inside)
    return (inside + outside)[:count]
