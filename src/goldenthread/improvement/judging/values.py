"""What is a verdict? One of the five tests, the state it is in, why in a sentence, and what that rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Test(StrEnum):
    """The five tests, in the order in which they are always shown."""

    __test__ = False  # not for pytest

    DONE = "done"
    WORKING = "working"
    FELT = "felt"
    EVERYWHERE = "everywhere"
    LASTING = "lasting"


class State(StrEnum):
    """What evidence says of a test. Nobody sets it by hand."""

    YES = "yes"
    """Evidence meets the test."""
    NOT_YET = "not-yet"
    """Evidence shows part of it."""
    NO = "no"
    """Evidence shows that it is not so."""
    NOT_KNOWN = "not-known"
    """Something is attached, but it is too little to say, or too soon."""
    NO_EVIDENCE = "no-evidence"
    """Nothing is attached that could say."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one test says. `limit` is its source, or what is missing; `rests_on` keeps the numbers."""

    test: Test
    state: State
    says: str
    limit: str = ""
    rests_on: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FiveTests:
    """The newest verdict of each test of a promise, in their order."""

    promise_id: int
    verdicts: tuple[Verdict, ...]

    def of(self, test: Test) -> Verdict:
        """The verdict of one test."""
        return next(one for one in self.verdicts if one.test is test)

    @property
    def need(self) -> tuple[int, int, int, int]:
        """Sorts promises by how much they lack, the neediest first: no evidence, then no, then not known."""
        counts = [sum(one.state is state for one in self.verdicts) for state in NEEDIEST]
        return (-counts[0], -counts[1], -counts[2], -counts[3])

    @property
    def is_without_evidence(self) -> bool:
        """Is there neither a measure nor a voice that could say whether the promise is kept?"""
        return all(self.of(test).state is State.NO_EVIDENCE for test in (Test.WORKING, Test.FELT))


NEEDIEST = (State.NO_EVIDENCE, State.NO, State.NOT_KNOWN, State.NOT_YET)


def worst(states: Sequence[State]) -> State:
    """What several parts of one test come to: a single no decides, and yes is for all alone.

    Raises `ValueError` of nothing: a test with nothing attached says so itself.
    """
    if not states:
        raise ValueError("nothing was judged")
    if State.NO in states:
        return State.NO
    if all(state is State.YES for state in states):
        return State.YES
    if State.YES in states or State.NOT_YET in states:
        return State.NOT_YET
    return State.NOT_KNOWN if State.NOT_KNOWN in states else State.NO_EVIDENCE
