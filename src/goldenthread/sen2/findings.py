"""What was found wrong or odd in a return: which record, which element, by which rule, and what to do."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from goldenthread.sen2.checks.rule import Level

HEADINGS = ("record", "element", "rule", "level", "effect", "found", "says", "fix")
SETS_ASIDE, LOOK_AT_IT = "set aside", "look at it"
"""What a finding does: its record cannot be understood and is put aside, or goes on and wants a look."""
LONGEST_FOUND = 80
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken by one record. Keys are those of the facts."""

    person_key: int
    request_key: int | None
    element: str
    rule: str
    level: Level
    stops: bool
    found: str
    says: str
    fix: str

    @property
    def record(self) -> str:
        """Which record, as its place in the file: people and requests are numbered from 1, in the order
        read."""
        person = f"person {self.person_key}"
        return person if self.request_key is None else f"{person}, request {self.request_key}"

    def row(self) -> tuple[str, ...]:
        return (
            self.record,
            self.element,
            self.rule,
            self.level.value,
            SETS_ASIDE if self.stops else LOOK_AT_IT,
            safe(self.found) or "(blank)",
            self.says,
            self.fix,
        )

    def sentence(self) -> str:
        found = f" Found: {safe(self.found)}." if self.found else ""
        return f"{self.record}, {self.element}: {self.says}{found} ({self.rule})"


def safe(text: str) -> str:
    """A text from the file, fit for one cell of a spreadsheet: short, printable, never run as a formula."""
    plain = "".join(c if c.isprintable() else " " for c in text[: LONGEST_FOUND + 1])
    if len(plain) > LONGEST_FOUND:
        plain = plain[:LONGEST_FOUND] + "…"
    return "'" + plain if plain.startswith(RUNS_AS_FORMULA) else plain


@dataclass(slots=True)
class Tally:
    """How often each rule was broken, and by how many people that cannot be understood."""

    by_rule: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Rule, level and sentence to the number of findings."""
    stopped: set[int] = field(default_factory=set)
    """Keys of the people with a finding that stops the return."""
    first_stops: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        self.by_rule[finding.rule, finding.level.value, finding.says] += 1
        if finding.stops:
            self.stopped.add(finding.person_key)
            if len(self.first_stops) < FIRST_STOPS:
                self.first_stops.append(finding)

    @property
    def total(self) -> int:
        return self.by_rule.total()


FIRST_STOPS = 5
"""How many records a refusal names; the file of findings has the rest."""


class FindingsFile:
    """A CSV file of findings, written as they come, so that many findings need no memory."""

    def __init__(self, path: Path) -> None:
        self.tally = Tally()
        self._file = path.open("w", newline="", encoding="utf-8-sig")
        self._writer = csv.writer(self._file)
        self._writer.writerow(HEADINGS)

    def __enter__(self) -> FindingsFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.tally.add(finding)
            self._writer.writerow(finding.row())
