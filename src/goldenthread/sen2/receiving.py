"""Receive a return: read it, check it, and leave its facts in a folder, or refuse it and leave nothing.

Three things can happen to a record. A finding that leaves its meaning whole is written down and the
record goes on. A record that cannot be understood refuses the return, or is set aside if that was chosen.
A structure that cannot be read always refuses the return.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from goldenthread.sen2.checks.inspection import (
    duplicate_finding,
    element_name,
    inspect,
    odd_findings,
    unreadable_findings,
)
from goldenthread.sen2.checks.rule import Census
from goldenthread.sen2.facts import facts_of
from goldenthread.sen2.findings import Finding, FindingsFile, Tally
from goldenthread.sen2.folder import (
    FINDINGS,
    FactsFolder,
    appearing,
    less_people,
    take_out_people,
    write_header,
)
from goldenthread.sen2.identifiers import IdentifierIndex
from goldenthread.sen2.reading import open_return
from goldenthread.sen2.reading.raw import RawBatch, Reading
from goldenthread.sen2.records import Header
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.schemas import RETURN
from goldenthread.sen2.set_aside import SetAside

MOST_STOPPED = 10_000
"""People that cannot be understood, after which reading on to the end would tell nothing more: at once where
the return is refused anyway, and when they are the most even where they would be set aside."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came of a return that was taken in."""

    header: Header
    counts: dict[str, int]
    """Rows of each table of the facts."""
    tally: Tally
    set_aside: dict[str, int]
    """Rows of each table that were set aside; empty when nothing was."""


def receive(
    source: Path,
    into: Path,
    *,
    set_aside: bool = False,
    findings_to: Path | None = None,
    progress: Callable[[int], None] = lambda people: None,
) -> Received:
    """Write the facts of the return at `source` to the folder `into`, with `findings.csv` beside the tables.

    `into` appears whole at the end or not at all; an earlier folder of facts there is replaced.
    `findings_to` gets a copy of the findings, also when the records refuse the return. `progress` is told
    the people read so far. Raises `Refused` with a sentence for the person who sent the return.
    """
    with appearing(into) as folder:
        try:
            with closing(open_return(source)) as reading:
                return _Receiving(reading, folder, progress).run(set_aside=set_aside)
        finally:
            if findings_to and (folder / FINDINGS).exists():
                shutil.copyfile(folder / FINDINGS, findings_to)


class _Receiving:
    """One return on its way into one folder that is still being made."""

    def __init__(self, reading: Reading, folder: Path, progress: Callable[[int], None]) -> None:
        header = reading.header()
        self._reading = reading
        self._folder = folder
        self._progress = progress
        self._people = 0
        self._census = Census(reading.layout, header.census_day, header.area)

    def run(self, *, set_aside: bool) -> Received:
        with FindingsFile(self._folder / FINDINGS) as findings, SetAside(self._folder) as aside:
            with closing(FactsFolder(self._folder)) as facts, IdentifierIndex() as identifiers:
                for batch in self._reading.batches():
                    self._take(batch, facts, findings, aside, identifiers)
                    self._people += len(batch)
                    self._progress(self._people)
                    stopped = len(findings.tally.stopped)
                    if stopped > MOST_STOPPED and (not set_aside or stopped > self._people / 2):
                        raise Refused(refusal_of(findings.tally))
                shared = [self._shared(*one) for one in identifiers.shared()]
            understood = {one.person_key for one in shared} - findings.tally.stopped
            findings.add(shared)
            if findings.tally.stopped and not set_aside:
                raise Refused(refusal_of(findings.tally))
            counts = dict(facts.counts)
            if understood:
                taken = take_out_people(self._folder, understood)
                aside.add_facts((one for one in shared if one.person_key in understood), taken)
                counts = {table: count - taken[table].num_rows for table, count in counts.items()}
            if aside.counts:
                aside.write_totals(counts)
        header = self._reading.header()
        write_header(self._folder, pa.Table.from_pylist([asdict(header)], schema=RETURN))
        return Received(header, {"return": 1, **counts}, findings.tally, dict(aside.counts))

    def _take(
        self,
        batch: RawBatch,
        facts: FactsFolder,
        findings: FindingsFile,
        aside: SetAside,
        identifiers: IdentifierIndex,
    ) -> None:
        read, unreadable = facts_of(batch)
        found = [
            *odd_findings(batch.oddities),
            *unreadable_findings(read, unreadable, self._census.layout),
            *inspect(read, self._census),
        ]
        findings.add(found)
        aside.add(found, batch)
        identifiers.add(read["people"])
        facts.add(less_people(read, {one.person_key for one in found if one.stops}))

    def _shared(self, kind: str, identifier: str, person_key: int, others: int) -> Finding:
        element = element_name(self._census.layout, "people", kind)
        return duplicate_finding(person_key, element, identifier, others)


def refusal_of(tally: Tally) -> str:
    """Why a return with records that cannot be understood was refused, and how to go on."""
    stopped, named = len(tally.stopped), tally.first_stops
    many = stopped > MOST_STOPPED
    what = f"{'More than ' if many else ''}{MOST_STOPPED if many else stopped:,}"
    lines = [
        f"{what} {'person' if what == '1' else 'people'} in the return cannot be understood:",
        *(f"  {finding.sentence()}" for finding in named),
    ]
    if stopped > len(named):
        lines.append("  and others (--findings FILE.csv lists all of them)")
    lines.append(
        "Correct them and make the file again, or choose --set-aside to take in the rest without them."
    )
    return "\n".join(lines)
