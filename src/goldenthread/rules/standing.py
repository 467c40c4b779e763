"""How does a duty stand: in time, running, or late, and does anything that is claimed excuse it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goldenthread.rules.answers import Answer
from goldenthread.rules.excuses import Claim, Excuse, Ground, tested
from goldenthread.rules.grounds import NEVER
from goldenthread.rules.lateness import Lateness, lateness


def grounds_for(asked: Answer) -> tuple[Ground, ...]:
    """The grounds that the law gives for this duty on the day it was due, each with its source."""
    grounds = asked.duty.declared.grounds
    return () if grounds is None else grounds.on(asked.deadline.due_on).value


def status(asked: Answer, *, done_on: date | None, today: date, claims: Sequence[Claim] = ()) -> Lateness:
    """Lateness of the answered duty on `today`, with every claim tested on the grounds in force.

    The verdict rests on the answer's source; each excuse carries its own.
    """
    grounds = grounds_for(asked)
    excuses: list[Excuse] = [tested(claim, asked.deadline, grounds, NEVER) for claim in claims]
    return lateness(asked.deadline, done_on=done_on, today=today, excuses=excuses)
