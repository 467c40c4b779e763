"""How many plans carry a personal budget, a residential place or a place at work?"""

from dataclasses import dataclass

from goldenthread.demo.synthesis.columns import BUDGETS, RESIDENTIAL, WORK_BASED
from goldenthread.demo.synthesis.targets import Ledger, Targets

BUDGET_KINDS = {
    "pb_education": "education",
    "pb_health": "health",
    "pb_social": "social care",
    "pb_integrated": "integrated",
}
WORK_KINDS = {
    "open_supp_intern": "supported internship",
    "open_apprentice": "apprenticeship",
    "open_trainee": "traineeship",
}
RESIDENTIAL_CODES = {"Res_3851": "A", "Res_52": "B"}
"""Which code is which is in conflict between sources; this is the published statistics' own reading."""


@dataclass(frozen=True, slots=True)
class Extras:
    """Plans in force by kind of personal budget, by residential code and by kind of place at work."""

    budgets: dict[str | None, int]  # None: a budget whose kind is not given
    organised: int  # of the budgets, those held as organised arrangements
    residential: dict[str, int]
    work_based: dict[str, int]


def solve_extras(targets: Targets, ledger: Ledger) -> Extras:
    """Budgets need not be of a kind: the kinds do not add up to the total in 56 of 153 areas."""
    budgets = targets.several(BUDGETS, targets.tables[BUDGETS])
    residential = targets.several(RESIDENTIAL, targets.tables[RESIDENTIAL])
    work = targets.several(WORK_BASED, targets.tables[WORK_BASED])
    for table, counts in ((BUDGETS, budgets), (RESIDENTIAL, residential), (WORK_BASED, work)):
        ledger.plan(table, counts)
    kinds: dict[str | None, int] = {kind: budgets[name] for name, kind in BUDGET_KINDS.items()}
    kinds[None] = budgets["personal_budget"] - sum(kinds.values())
    return Extras(
        budgets=kinds,
        organised=budgets["org_arrangments"],
        residential={code: residential[name] for name, code in RESIDENTIAL_CODES.items()},
        work_based={kind: work[name] for name, kind in WORK_KINDS.items()},
    )
