"""The life cycle as a page: a diagram of each track, and the rule of each step, made from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.rules.citation import MAIN_INSTRUMENTS, cited, how_sure
from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle.invariants import Guard
from goldenthread.rules.lifecycle.states import State, Track
from goldenthread.rules.lifecycle.step_rules.rule import StepRule
from goldenthread.rules.lifecycle.steps import Step
from goldenthread.rules.lifecycle.table import RULES

_OPENING = """\
# The life cycle: what may follow what

Made from the rules in `goldenthread.rules.lifecycle` by `just register`. Do not edit it by hand.

A child's casework runs on six tracks beside each other. Each is in one state. A step may come only when every
track that it names is in a state that it fits. What the authority is about to issue is refused when it does
not fit. What has happened is always recorded, and is then found as a breach.
"""


def life_cycle_document() -> str:
    """The page `docs/law/life-cycle.md`, in Markdown with Mermaid diagrams."""
    parts = [_OPENING, MAIN_INSTRUMENTS]
    parts.extend(_diagram(track) for track in Track)
    parts.append(_invariants())
    parts.append(_steps())
    return "\n".join(parts)


def _diagram(track: Track) -> str:
    lines = [f"## {track.title}", "", "```mermaid", "stateDiagram-v2"]
    lines.extend(f'    state "{state.value}" as {state.name}' for state in track.states)
    lines.append(f"    [*] --> {track.states[0].name}")
    edges: dict[tuple[State, State], list[str]] = {}
    for before, after, step in _changes(track):
        edges.setdefault((before, after), []).append(_words(step))
    lines.extend(f"    {a.name} --> {b.name}: {' or '.join(steps)}" for (a, b), steps in edges.items())
    lines.extend(["```", ""])
    ends: dict[State, list[str]] = {}
    for rule, after in _from_any_state(track):
        ends.setdefault(after, []).append(_words(rule.step))
    for after, steps in ends.items():
        lines.append(f"From any state ({', '.join(steps)}): {after.value}.\n")
    return "\n".join(lines)


def _changes(track: Track) -> Iterator[tuple[State, State, Step]]:
    for rule in RULES:
        for move in rule.moves:
            if move.track is track and move.after is not None and not move.always:
                yield from ((b, move.after, rule.step) for b in move.before if b is not move.after)


def _from_any_state(track: Track) -> Iterator[tuple[StepRule, State]]:
    for rule in RULES:
        for move in rule.moves:
            if move.track is track and move.after is not None and move.always:
                yield rule, move.after


def _invariants() -> str:
    lines = [
        "## What holds whatever the case",
        "",
        "| Before this step | this must hold | Source | How sure |",
        "|---|---|---|---|",
    ]
    lines.extend(_guard_row(rule.step, guard) for rule in RULES for guard in rule.guards)
    return "\n".join([*lines, ""])


def _guard_row(step: Step, guard: Guard) -> str:
    return f"| {_words(step)} | {guard.invariant.value} | {_cited(guard.source)} |"


def _steps() -> str:
    lines = [
        "## Every step",
        "",
        "The code is what a journal stores.",
        "",
        "| Code | By | May come when | Why | Source | How sure |",
        "|---|---|---|---|---|---|",
    ]
    lines.extend(
        f"| `{rule.step.value}` | {rule.step.by.value} | {_when(rule)} | {rule.why} | {_cited(rule.source)} |"
        for rule in RULES
    )
    return "\n".join([*lines, ""])


def _when(rule: StepRule) -> str:
    clauses = []
    for track in dict.fromkeys(move.track for move in rule.moves):
        fitting = {state for move in rule.moves if move.track is track for state in move.before}
        if fitting != set(track.states) and rule.about is None:
            clauses.append(" or ".join(state.value for state in track.states if state in fitting))
    return "; and ".join(clauses) or "at any point"


def _cited(source: Source) -> str:
    return f"{cited(source)} | {how_sure(source)}"


def _words(step: Step) -> str:
    return step.value.replace("_", " ")
