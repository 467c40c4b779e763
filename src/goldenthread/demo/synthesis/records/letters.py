"""Which letters stand for a kind of budget or place at work? Stand-ins: the official letters were not
found."""

from goldenthread.analysis.letters import letters
from goldenthread.demo.synthesis.cohort.extras import BUDGET_KINDS, WORK_KINDS

_BUDGETS = {BUDGET_KINDS[letter.column]: letter.letter for letter in letters("DP")}
_WORK = {WORK_KINDS[letter.column]: letter.letter for letter in letters("WBP")}


def budget_letter(kind: str | None) -> str | None:
    """The direct payment letter of a kind of personal budget."""
    return _BUDGETS[kind] if kind else None


def work_letter(kind: str | None) -> str | None:
    """The letter of a kind of work-based place."""
    return _WORK[kind] if kind else None
