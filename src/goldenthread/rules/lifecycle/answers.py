"""May this be issued now, and which breaches does a history hold?

The truth may always be recorded: only what the authority is about to issue is refused. Pass histories with
corrections already applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.law import Parameter, Source
from goldenthread.rules.lifecycle.happenings import NO_DETAILS, Details, Happening, in_order
from goldenthread.rules.lifecycle.invariants import (
    Invariant,
    Objection,
    decisions_not_told,
)
from goldenthread.rules.lifecycle.past import Past
from goldenthread.rules.lifecycle.position import after, tracks_out_of_order
from goldenthread.rules.lifecycle.states import State, Track, start
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.lifecycle.table import LIFE_CYCLE, Table
from goldenthread.rules.sources import COMMENCEMENT
from goldenthread.rules.wording import in_words


@dataclass(frozen=True, slots=True)
class MayIssue:
    """Whether a step may be issued on a day: yes, or no with the reason and where it is written.

    `not_before` is the first day on which the answer turns to yes, where only time stands in the way.
    `objections` holds every reason, the first of which is `because`.
    """

    yes: bool
    because: str
    source: Source
    not_before: date | None = None
    objections: tuple[Objection, ...] = ()

    def __bool__(self) -> bool:
        return self.yes


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that happened although the law stood against it. It is recorded, and shown as what it is."""

    happening: Happening
    invariant: Invariant
    because: str
    source: Source


def may_issue(
    history: Iterable[Happening],
    step: Step,
    on: date,
    details: Details = NO_DETAILS,
    *,
    law: Parameter[Table] = LIFE_CYCLE,
) -> MayIssue:
    """May the authority do `step` on the day `on`, given what had happened by then?

    What others do, and what merely happens, is recorded and not issued: the answer is yes. Raises
    `NotInForce` for a day before the Act, and `OutsideKnownCalendar` where the end of a time to appeal falls
    where bank holidays are not known.
    """
    table = law.on(on).value
    step_on_day = Happening(step, on, details)
    standing = objections(past_on(history, on, law), step_on_day, table)
    if not standing:
        rule = table[step]
        return MayIssue(True, rule.why, rule.source)
    days = [objection.not_before for objection in standing if objection.not_before is not None]
    cured_on = max(days) if len(days) == len(standing) else None
    because = standing[0].because
    if cured_on is not None:
        because = f"{because} This may be done from {in_words(cured_on)}."
    return MayIssue(False, because, standing[0].source, cured_on, standing)


def breaches_found(history: Iterable[Happening], *, law: Parameter[Table] = LIFE_CYCLE) -> tuple[Breach, ...]:
    """What the authority did that it might not do, oldest first.

    Lateness is not here (see `rules.lateness`), nor is anything before the Act was in force.
    """
    found: list[Breach] = []
    earlier: list[Happening] = []
    position = start()
    for happening in in_order(history):
        table = table_on(happening.happened_on, law)
        if happening.happened_on >= COMMENCEMENT:
            past = Past(tuple(earlier), position)
            found.extend(
                Breach(happening, objection.invariant, objection.because, objection.source)
                for objection in objections(past, happening, table)
            )
        position = after(position, happening, table)
        earlier.append(happening)
    return tuple(found)


def notices_owed(history: Iterable[Happening]) -> tuple[Happening, ...]:
    """Decisions that were taken and of which the family has not been told in writing, oldest first."""
    return decisions_not_told(Past(in_order(history), start()))


def past_on(history: Iterable[Happening], on: date, law: Parameter[Table]) -> Past:
    """What had happened by the end of the day `on`, and where that left it, by the law of each day."""
    happenings = tuple(happening for happening in in_order(history) if happening.happened_on <= on)
    position = start()
    for happening in happenings:
        position = after(position, happening, table_on(happening.happened_on, law))
    return Past(happenings, position)


def table_on(day: date, law: Parameter[Table]) -> Table:
    """The table in force on `day`; what happened before the Act is read by the first one."""
    return law.on(max(day, COMMENCEMENT)).value


def objections(past: Past, step: Happening, table: Table) -> tuple[Objection, ...]:
    """Everything that stands against a step; nothing ever stands against a fact."""
    if not step.kind.is_issued:
        return ()
    checked = (guard.check(past, step) for guard in table[step.kind].guards)
    return tuple(
        objection for objection in (_out_of_order(past, step, table), *checked) if objection is not None
    )


def _out_of_order(past: Past, step: Happening, table: Table) -> Objection | None:
    rule = table[step.kind]
    if past.state(Track.RESPONSIBILITY) is State.DIED:
        return Objection(
            Invariant.ORDER, f"At this point {State.DIED.value}.", table[Step.PERSON_DIED].source
        )
    tracks = tracks_out_of_order(past.position, rule, step)
    if not tracks:
        return None
    track = tracks[0]
    needed = list(
        dict.fromkeys(state.value for move in rule.moves if move.track is track for state in move.before)
    )
    return Objection(
        Invariant.ORDER,
        f"At this point {past.state(track).value}. This step may come only when {', or '.join(needed)}.",
        rule.source,
    )
