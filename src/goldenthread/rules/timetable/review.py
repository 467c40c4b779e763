"""By when must each step of an annual review happen?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after
from goldenthread.rules.law import Confirmed, Parameter, Version
from goldenthread.rules.sources import COMMENCEMENT, send_regulation

TIME_TO_DECIDE_AFTER_REVIEW = Parameter(
    "time to decide after a review meeting",
    (
        Version(
            COMMENCEMENT,
            Limit(4, Unit.WEEKS, Counting.WITHIN),
            send_regulation("20(10)", Confirmed.READ),
        ),
    ),
)


def decision_after_review_due(
    meeting_held_on: date, *, limit: Parameter[Limit] = TIME_TO_DECIDE_AFTER_REVIEW
) -> Deadline:
    """The local authority must notify its decision to keep, amend or cease by this day (reg 20(10))."""
    return deadline_after(meeting_held_on, limit.on(meeting_held_on))
