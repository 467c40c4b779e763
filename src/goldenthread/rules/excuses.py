"""What may excuse lateness: grounds in law, tested on facts and evidence. None moves a due date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from goldenthread.rules.deadline import Deadline
from goldenthread.rules.law import Source
from goldenthread.rules.wording import listed


class Finding(Enum):
    """What came of testing a claim that lateness is excused."""

    MADE_OUT = "made out"
    CLAIMED = "claimed"
    """Nothing speaks against it, but facts or evidence are missing."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Excuse:
    """A claim, tested: which ground, what was found, and why in words an officer could read."""

    ground: str
    finding: Finding
    reason: str
    because: Source


@dataclass(frozen=True, slots=True)
class Period:
    """The time in which the act was to be done, both days included."""

    start: date
    end: date


Facts = Mapping[str, date]
Test = Callable[[Facts, Period], str | None]
"""Why the facts do not make the ground out; None when they do, as far as they are given."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground in law on which a limit need not be met, if meeting it is impractical because of it."""

    name: str
    words: str
    facts: Mapping[str, str]
    """The days that must be known, each with what it means."""
    evidence: str
    """What would prove it."""
    source: Source
    test: Test = field(repr=False)
    optional_facts: Mapping[str, str] = field(default_factory=dict)
    """Days that may speak against the claim but need not be known."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an officer puts forward to excuse lateness."""

    ground: str
    facts: Facts = field(default_factory=dict)
    evidence: str | None = None
    impractical_because: str | None = None
    """How the ground made meeting the limit impractical: without it no ground excuses."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A reason for lateness that is often given and never excuses, and why not."""

    name: str
    reason: str


def tested(
    claim: Claim,
    deadline: Deadline,
    grounds: tuple[Ground, ...],
    refused: tuple[Refused, ...],
) -> Excuse:
    """Test a claim against the grounds that the law gives for this duty on that day.

    The closed list of regulation 10(4) of S.I. 2014/1530, or its parallel, is what `grounds` holds.
    """
    for known in grounds:
        if known.name == claim.ground:
            return _tested_on_ground(claim, deadline, known)
    for never in refused:
        if never.name == claim.ground:
            return Excuse(claim.ground, Finding.REFUSED, never.reason, deadline.because)
    names = listed([ground.name for ground in grounds], "or")
    only = f"Here only {names} can." if names else "Here no ground can."
    return Excuse(
        claim.ground,
        Finding.REFUSED,
        f"The law does not let this excuse lateness for this duty. {only}",
        deadline.because,
    )


def _tested_on_ground(claim: Claim, deadline: Deadline, ground: Ground) -> Excuse:
    against = ground.test(claim.facts, Period(deadline.counted_from, deadline.due_on))
    if against is not None:
        return Excuse(ground.name, Finding.REFUSED, against, ground.source)
    missing = [f"{name} ({words})" for name, words in ground.facts.items() if name not in claim.facts]
    if not (claim.evidence or "").strip():
        missing.append(f"evidence ({ground.evidence})")
    if not (claim.impractical_because or "").strip():
        missing.append("impractical_because (how this made it impractical to meet the limit)")
    if missing:
        return Excuse(ground.name, Finding.CLAIMED, f"Still needed: {listed(missing)}.", ground.source)
    return Excuse(
        ground.name,
        Finding.MADE_OUT,
        f"{ground.words} The duty to act as soon as practicable remains.",
        ground.source,
    )
