"""The shape of a step's rule, and the pieces that many rules share."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle.invariants import Guard
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.steps import Step


@dataclass(frozen=True, slots=True)
class Move:
    """In `track`, the step may come in each state of `before`; it leaves `after` (None: no change).

    `always`: the step has nothing to do with the state that it finds, so a diagram need not draw it.
    """

    track: Track
    before: tuple[State, ...]
    after: State | None
    always: bool = False


@dataclass(frozen=True, slots=True)
class StepRule:
    """When a step may come, what it changes, why it is the next thing to do, and where that is written.

    A step is in order when, in each track that its moves name, one of them fits the state; it must pass its
    guards besides. `about` narrows the moves to happenings about one of those decisions.
    """

    step: Step
    why: str
    source: Source
    moves: tuple[Move, ...] = ()
    guards: tuple[Guard, ...] = ()
    about: frozenset[Step] | None = None


def comes_in(track: Track, *before: State, then: State | None = None) -> Move:
    """The step may come in these states of the track, and leaves `then`, or no change."""
    return Move(track, before, then)


def comes_always(track: Track, then: State) -> Move:
    """The step may come whatever the state of the track, and leaves `then`."""
    return Move(track, track.states, then, always=True)


WITHOUT_PLAN = comes_in(Track.PLAN, State.NO_PLAN, State.TRANSFERRED, State.CEASED)
WITH_PLAN = comes_in(Track.PLAN, State.IN_FORCE)
NOT_MOVED = comes_in(Track.RESPONSIBILITY, State.RESPONSIBLE)
PLAN_ENDS = (
    comes_always(Track.ASSESSMENT, State.NOT_ASKED),
    comes_always(Track.REVIEW, State.NO_REVIEW),
    comes_always(Track.AMENDMENT, State.NO_AMENDMENT),
    comes_always(Track.CEASING, State.NOT_CEASING),
)
"""What was under way about a plan ends with it."""
