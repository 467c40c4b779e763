"""Which record here does each person and each request of a return belong to?"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from goldenthread.casework.loading.snapshot import DeclaredPerson, Snapshot
from goldenthread.people.matching import Doubt, KnownPeople


@dataclass(slots=True)
class Assignment:
    """The people of a return, sorted into those known here and newcomers, in the order of the file."""

    known: list[tuple[int, DeclaredPerson]] = field(default_factory=list)
    newcomers: list[DeclaredPerson] = field(default_factory=list)
    doubts: list[tuple[int, tuple[Doubt, ...]]] = field(default_factory=list)
    """Newcomer (its place in `newcomers`) and the records it may be one with; a negative person is
    another newcomer, -1 being the first."""


def assign(snapshot: Snapshot, known: KnownPeople, tell: Callable[[int], None]) -> Assignment:
    """Holds everyone in the return against those known, then against each other by number."""
    result = Assignment()
    for done, person in enumerate(snapshot.people(), start=1):
        verdict = known.judge(person.claim)
        if verdict.person_id is not None and verdict.person_id > 0:
            result.known.append((verdict.person_id, person))
        else:
            doubts = verdict.doubts
            if verdict.person_id is not None:
                doubts = (Doubt(verdict.person_id, "Two records of one return carry the same number."),)
            if doubts:
                result.doubts.append((len(result.newcomers), doubts))
            result.newcomers.append(person)
            known.add(-len(result.newcomers), person.claim, by_likeness=False)
        if done % 500 == 0:
            tell(done)
    return result


def request_key(payload: dict[str, Any]) -> str:
    """What tells one request of a person from another, in this return and the next.

    The day it was received; for an old request without one, the day its plan started.
    """
    request = payload.get("request", {})
    plan = payload.get("named_plan") or {}
    return request.get("received_on") or f"plan {plan.get('started_on', 'unknown')}"


class CasesOf:
    """The cases that a person has here, by the request that each came from."""

    def __init__(self) -> None:
        self._free: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, person_id: int, key: str, case_id: int) -> None:
        self._free[person_id][key].append(case_id)

    def take(self, person_id: int, key: str) -> int | None:
        """The case of that request, each once: two requests of one day are two cases."""
        cases = self._free[person_id][key]
        return cases.pop(0) if cases else None
