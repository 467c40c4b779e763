"""All the duties that the law of England sets in the EHC process, in the order of the process."""

from __future__ import annotations

from goldenthread.rules.duties import Duty, Register
from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.timetable import (
    advice,
    age,
    appeals,
    assessment,
    complaints,
    detained,
    draft,
    mediation,
    moves,
    orders,
    personal_budgets,
    phase_transfer,
    reassessment,
    recommendations,
    records,
    responsibility,
    review,
    review_cycle,
)

ENGLAND = Register.of(
    assessment.DUTIES,
    responsibility.DUTIES,
    advice.DUTIES,
    draft.DUTIES,
    review_cycle.DUTIES,
    review.DUTIES,
    phase_transfer.DUTIES,
    reassessment.DUTIES,
    moves.DUTIES,
    mediation.DUTIES,
    appeals.DUTIES,
    orders.DUTIES,
    recommendations.DUTIES,
    personal_budgets.DUTIES,
    age.DUTIES,
    records.DUTIES,
    complaints.DUTIES,
    detained.DUTIES,
)
"""Each duty cites its source; a pack makes another register of it."""


def duty_called(name: str, register: Register = ENGLAND) -> Duty:
    """The duty of that name, as typed (hyphens, capitals and a final "_due" are forgiven).

    Raises NotUnderstood, with the nearest names. The duty carries its sources.
    """
    wanted = name.strip().lower().replace("-", "_").removesuffix("_due")
    if wanted in register.duties:
        return register.duties[wanted]
    words = set(wanted.split("_"))
    near = [known for known in register.duties if words & set(known.split("_"))]
    hint = f" Did you mean: {', '.join(near)}?" if near else " See `law list`."
    raise NotUnderstood(f"there is no duty called {name}.{hint}")
