"""Where a history leaves a child's casework, and whether a step fits there."""

from __future__ import annotations

from collections.abc import Iterable

from goldenthread.rules.lifecycle.happenings import Happening
from goldenthread.rules.lifecycle.states import Position, State, Track, start
from goldenthread.rules.lifecycle.step_rules.rule import Move, StepRule
from goldenthread.rules.lifecycle.table import Table


def position_after(history: Iterable[Happening], table: Table) -> Position:
    """The state of every track after these happenings, in the order given.

    A fact that fits nowhere (a second withdrawal) changes nothing. What the authority did out of order is
    still true, so it has its effect: a final plan sent without a draft is a plan in force.
    """
    position = start()
    for happening in history:
        position = after(position, happening, table)
    return position


def after(position: Position, happening: Happening, table: Table) -> Position:
    """The position that one happening leaves."""
    rule = table[happening.kind]
    if not _is_about(rule, happening):
        return position
    if not happening.kind.is_issued and tracks_out_of_order(position, rule, happening):
        return position
    moved = dict(position)
    for track in {move.track for move in rule.moves}:
        moved[track] = _state_after(track, position[track], rule)
    return moved


def tracks_out_of_order(position: Position, rule: StepRule, happening: Happening) -> tuple[Track, ...]:
    """The tracks whose state the step does not fit: none when it is in order."""
    if not _is_about(rule, happening):
        return ()
    named = dict.fromkeys(move.track for move in rule.moves)
    return tuple(track for track in named if _fitting(track, position[track], rule) is None)


def _is_about(rule: StepRule, happening: Happening) -> bool:
    return rule.about is None or happening.details.about in rule.about


def _fitting(track: Track, state: State, rule: StepRule) -> Move | None:
    return next((move for move in rule.moves if move.track is track and state in move.before), None)


def _state_after(track: Track, state: State, rule: StepRule) -> State:
    fitting = _fitting(track, state, rule)
    if fitting is not None:
        return state if fitting.after is None else fitting.after
    outcomes = [move.after for move in rule.moves if move.track is track and move.after is not None]
    return outcomes[0] if outcomes else state
