"""How long do all measures with all their breakdowns take, against reading the same columns?

The floor is a bare scan by DuckDB: for each measure and each breakdown, the columns that it counts over and
those that it is broken down by are read from the same Parquet files and folded; nothing is joined, chosen
or grouped. Both are cold: a new connection, nothing compiled, every measure and breakdown in one run. Both
are timed by the clock and by the processor; the clock of a machine that others use says little, so that the
bar is for the processor's seconds, and the clock's are printed beside.

`--large`: the same over five and over some fifty times as many plans, each in a process of its own, to see
how time and memory grow with the area.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow.parquet as pq
from measured_area import area_of

from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS, FROM_GROUPS
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.measuring import Measuring, forget_what_was_compiled, measuring
from goldenthread.analysis.settings import read_settings
from goldenthread.sen2.schemas import TABLES

PLANS, SIZES = 12_000, (12_000, 64_000, 640_000)
BAR, GROWTH_BAR = 3.0, 1.1
KEYS = ("request_key", "person_key")
COLUMNS_OF = {
    "sex": ("people", ("sex",)),
    "ethnicity": ("people", ("ethnicity",)),
    "age": ("people", ("birth_date",)),
    "phase": ("people", ("birth_date",)),
    "need": ("needs", ("need", "rank")),
    "setting": (
        "placements",
        ("placement_rank", "entered_on", "left_on", "urn", "ukprn", "sen_setting"),
    ),
    "team": ("cases", ("team",)),
    **{name: ("groups", ("dimension", "group")) for name in FROM_GROUPS},
}
"""Dimension to the table that says it, and the columns of it that are read besides the keys."""


class Took(NamedTuple):
    """Seconds by the clock and of all processors."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    clock, processor = time.perf_counter(), _processor()
    work()
    return Took(time.perf_counter() - clock, _processor() - processor)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def scans(running: Measuring, facts: Facts) -> list[str]:
    """One bare scan for each measure that computes and each breakdown, everyone included."""
    found = []
    for measure in measures().values():
        if measure.name in running.missing:
            continue
        for dimension in ("", *running.dimensions):
            found.append(_scan(measure, dimension, facts))
    return found


def _scan(measure: Measure, dimension: str, facts: Facts) -> str:
    wanted = {table: {*columns} for table, columns in measure.source.items()}
    if dimension:
        table, columns = COLUMNS_OF[dimension]
        wanted.setdefault(table, set()).update(columns)
    parts = []
    for table, names in wanted.items():
        there = TABLES.get(table) or FURTHER[table]
        read = sorted(names | {key for key in KEYS if key in there.names})
        packed = ", ".join(f'c{n} := max("{column}")' for n, column in enumerate(read))
        parts.append(f"SELECT struct_pack({packed})::VARCHAR FROM read_parquet('{facts.tables[table]}')")
    return " UNION ALL ".join(parts)


def floor(statements: list[str]) -> None:
    with duckdb.connect() as connection:
        for statement in statements:
            connection.execute(statement).fetchall()


def ours(facts: Facts, settings: Path) -> int:
    forget_what_was_compiled()
    with measuring(facts, read_settings(settings)) as running:
        return int(running.all_figures().num_rows)


def compare(facts: Facts, settings: Path, rounds: int) -> bool:
    with measuring(facts, read_settings(settings)) as running:
        statements = scans(running, facts)
        computed, dimensions = len(measures()) - len(running.missing), running.dimensions
        figures = running.all_figures().num_rows
    floors, times = [], []
    for _ in range(rounds):
        floors.append(timed(lambda: floor(statements)))
        times.append(timed(lambda: ours(facts, settings)))
    print(
        f"{computed} measures, each for everyone and by {len(dimensions)} of {len(DIMENSIONS)} dimensions; "
        f"best of {rounds} rounds"
    )
    best = {}
    for says, rows in ((f"{len(statements)} bare scans", floors), (f"{figures:,} figures", times)):
        best[rows is times] = Took(min(row.clock for row in rows), min(row.processor for row in rows))
        took = best[rows is times]
        print(f"  {says:<18} processor {took.processor:6.2f} s   clock {took.clock:6.2f} s")
    ratio = best[True].processor / best[False].processor
    by_clock = best[True].clock / best[False].clock
    verdict = "holds" if ratio <= BAR else "MISSED"
    print(
        f"  ratio              processor {ratio:6.2f}     clock {by_clock:6.2f}     bar {BAR:.2f}   {verdict}"
    )
    return ratio <= BAR


def growth(folder: Path) -> bool:
    """Time and memory of each size, in a process that does nothing else."""
    each = []
    for plans in SIZES:
        facts, settings = area_of(plans, folder)
        one = [sys.executable, __file__, "--of", str(folder / f"facts-{plans}"), str(settings)]
        said = subprocess.run(one, capture_output=True, text=True, check=True).stdout.split()
        clock, processor, peak, figures = (float(word) for word in said)
        requests = pq.read_metadata(facts.tables["requests"]).num_rows
        each.append(processor / plans)
        print(
            f"  {plans:>9,} plans of {requests:>9,} requests   processor {processor:7.2f} s   "
            f"clock {clock:7.2f} s   peak {peak / 1024:6,.0f} MiB   {figures:,.0f} figures",
            flush=True,
        )
    holds = each[-1] <= each[0] * GROWTH_BAR
    verdict = "holds" if holds else "MISSED"
    print(
        f"  processor for each plan, largest against smallest: {each[-1] / each[0]:.2f}   "
        f"bar {GROWTH_BAR:.2f}   {verdict}"
    )
    return holds


def alone(folder: Path, settings: Path) -> None:
    """One size: clock, processor, peak memory in KiB and the number of figures, for `growth` to read."""
    facts, rows = Facts.from_folder(folder), []
    took = timed(lambda: rows.append(ours(facts, settings)))
    print(took.clock, took.processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, *rows)


def main() -> int:
    parser = argparse.ArgumentParser(description="All measures with all breakdowns, against bare scans.")
    parser.add_argument("--large", action="store_true", help=f"growth to {SIZES[-1]:,} plans; takes minutes")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--of", type=Path, nargs=2, metavar=("FACTS", "SETTINGS"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.of:
        alone(*asked.of)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.large:
            return 0 if growth(folder) else 1
        facts, settings = area_of(PLANS, folder)
        return 0 if compare(facts, settings, asked.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
