"""By when must a plan be reviewed and amended before a move between phases of education?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from goldenthread.rules.counting import Counting, before
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter, Source, Version
from goldenthread.rules.sources import COMMENCEMENT, send_regulation

DUTIES = Declarations("Phase transfer")


class Phase(Enum):
    """A transfer between phases of education (regulation 2)."""

    EARLY_YEARS_TO_SCHOOL = "early years to school"
    INFANT_TO_JUNIOR = "infant to junior"
    PRIMARY_TO_MIDDLE = "primary to middle"
    PRIMARY_TO_SECONDARY = "primary to secondary"
    MIDDLE_TO_SECONDARY = "middle to secondary"
    SECONDARY_TO_POST_16 = "secondary to post-16"


@dataclass(frozen=True, slots=True)
class BeforeDate:
    """A day of the year before which something must be done."""

    month: int
    day: int
    source: Source

    def __str__(self) -> str:
        return f"before {date(2000, self.month, self.day):%-d %B}"


_SPRING = BeforeDate(2, 15, send_regulation("18(1)(b)", Confirmed.READ))
_POST_16 = BeforeDate(3, 31, send_regulation("18(1)(a)", Confirmed.READ))

TRANSFER_DATES: Parameter[Mapping[Phase, BeforeDate]] = Parameter(
    "dates before which plans are amended for a phase transfer",
    (
        Version(
            COMMENCEMENT,
            MappingProxyType(
                {phase: _POST_16 if phase is Phase.SECONDARY_TO_POST_16 else _SPRING for phase in Phase}
            ),
            send_regulation("18(1)", Confirmed.READ),
        ),
    ),
)
TIME_BEFORE_A_MOVE_BETWEEN_POST_16_INSTITUTIONS = fixed(
    "time before a move between post-16 institutions",
    Limit(5, Unit.MONTHS, Counting.AT_LEAST_BEFORE, "the move"),
    send_regulation("18(2)", Confirmed.READ),
)


def phase_transfer_due(
    phase: Phase,
    transfer_year: int,
    *,
    dates: Parameter[Mapping[Phase, BeforeDate]] = TRANSFER_DATES,
) -> Deadline:
    """The day before 31 March (to post-16) or 15 February (all others) of the year (regulation 18(1))."""
    version = dates.on(date(transfer_year, 1, 1))
    named = version.value[phase]
    named_on = date(transfer_year, named.month, named.day)
    due_on = before(named_on)
    return Deadline(due_on, due_on, named_on, Counting.BEFORE_A_DATE, named.source, named_on)


DUTIES.declare(
    phase_transfer_due,
    Declaration(
        title="Review and amend the plan before a phase transfer",
        party=Party.COUNCIL,
        must="review the plan and, where needed, amend it so that it names the next institution or type",
        what="Your plan must name the next school or college by {day}.",
        how="The law says it must be done before {other}.",
        if_not="If it does not, ask us why. You can also complain.",
        inputs={
            "phase": "which move it is",
            "transfer_year": "the calendar year of the move, for instance 2027",
        },
        notice="N12",
        appeal="section 51(2)(c)",
        other_reading="'by' the date, as the Code and most councils read it",
    ),
)


def post_16_move_due(
    transfer_on: date,
    *,
    limit: Parameter[Limit] = TIME_BEFORE_A_MOVE_BETWEEN_POST_16_INSTITUTIONS,
) -> Deadline:
    """At least five months before a move between post-16 institutions (regulation 18(2))."""
    return deadline_after(transfer_on, limit.on(transfer_on))


DUTIES.declare(
    post_16_move_due,
    Declaration(
        title="Review and amend the plan before a move between post-16 institutions",
        party=Party.COUNCIL,
        must="review the plan and, where needed, amend it so that it names the next institution",
        what="Your plan must name the new college by {day}.",
        how="That is {limit} before {event} on {start}.",
        if_not="If it does not, ask us why. You can also complain.",
        inputs={"transfer_on": "the day of the move"},
        notice="N12",
        appeal="section 51(2)(c)",
    ),
)
