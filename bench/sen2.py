"""How fast is a return read into facts, and in how much memory?

Time is told as a ratio to a floor measured in the same run: lxml's `iterparse` over the same file with all
end events, every text read and every element cleared. Memory is the peak of a process of its own, for a
return of 12,000 people and for one of ten times (`--large`: fifty times) as many: it must not grow with
the file.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from lxml import etree

from goldenthread.sen2.receiving import receive
from goldenthread.sen2.records import (
    ActivePlan,
    Assessment,
    Header,
    NamedPlan,
    Need,
    Person,
    Placement,
    PlanDetail,
    Request,
)
from goldenthread.sen2.writing import write_return

PEOPLE = 12_000
ROUNDS = 5
TIME_BAR = 3.0
MEMORY_BAR = 1.15
"""A tenth for what the allocator happens to do, and the index of row groups that a Parquet file ends with."""

HEADER = Header(year=2025, census_day=date(2025, 1, 16), area="935", collection="SEN2", software_code="bench")
FIRST_DAY = date(2024, 1, 1)


def people(count: int) -> Iterator[Person]:
    """So many invented people: four in five with a plan in force, the rest refused, undecided, withdrawn."""
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * 7 % 180)
        request = (
            _with_plan(number, day)
            if number % 5
            else replace(_asked(day), outcome=("N", "A", "W")[number % 3])
        )
        yield Person(
            surname=f"Invented {number % 997}",
            forename=f"Person {number % 61}",
            birth_date=date(2006, 1, 1) + timedelta(days=number * 31 % 5000),
            sex="MF"[number % 2],
            ethnicity=("WBRI", "APKN", "BCRB", "MWAS")[number % 4],
            postcode=f"IP99 {number % 10}AA",
            upn=f"Z{number:012}",
            requests=(request,),
        )


def _asked(day: date) -> Request:
    return Request(
        received_on=day,
        source="2",
        rya=False,
        outcome_on=day + timedelta(days=40),
        outcome="Y",
        mediation=False,
        tribunal=False,
    )


def _with_plan(number: int, day: date) -> Request:
    issued = day + timedelta(days=120 + number % 60)
    where = {"urn": str(100_000 + number % 500), "placement_rank": 1, "sen_unit": False}
    needs = (Need(need="ASD", rank=1), Need(need="SLCN", rank=2))
    return replace(
        _asked(day),
        assessment=Assessment(
            outcome="Y",
            outcome_on=issued,
            mediation=False,
            tribunal=False,
            other_mediation=False,
            other_tribunal=False,
            exception=number % 11 == 0,
            named_plan=NamedPlan(
                started_on=issued,
                personal_budget=False,
                organised_arrangement=False,
                plan_details=(PlanDetail(**where, resourced_provision=False),),
            ),
        ),
        active_plan=ActivePlan(
            placements=(Placement(**where, resourced_provision=False, entered_on=day - timedelta(days=300)),),
            needs=needs[: 1 + number % 2],
        ),
    )


def floor(path: Path) -> None:
    for _, element in etree.iterparse(path, events=("end",)):
        element.text  # noqa: B018 - reading it is the work
        element.clear()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def made(folder: Path, count: int) -> Path:
    path = folder / f"{count}.xml"
    with path.open("wb") as file:
        write_return(file, HEADER, people(count))
    return path


def compare_time(folder: Path) -> bool:
    path = made(folder, PEOPLE)
    floors, facts = [], []
    for _ in range(ROUNDS):
        floors.append(seconds(lambda: floor(path)))
        facts.append(seconds(lambda: receive(path, folder / "facts")))
    ratio = median(facts) / median(floors)
    print(f"{PEOPLE:,} people, {path.stat().st_size / 1e6:.0f} MB: median of {ROUNDS} rounds")
    print(f"  floor           {median(floors):6.2f} s")
    print(f"  file to facts   {median(facts):6.2f} s")
    print(f"  ratio           {ratio:6.2f}   bar {TIME_BAR:.2f}   {_verdict(ratio <= TIME_BAR)}")
    return ratio <= TIME_BAR


def compare_memory(folder: Path, times: int) -> bool:
    small, large = (peak_of(made(folder, PEOPLE * n), folder / "facts") for n in (1, times))
    ratio = large / small
    print("peak memory of a process that reads a return into facts")
    print(f"  {PEOPLE:>9,} people {small:6.0f} MB")
    print(f"  {PEOPLE * times:>9,} people {large:6.0f} MB")
    print(f"  ratio            {ratio:6.2f}   bar {MEMORY_BAR:.2f}   {_verdict(ratio <= MEMORY_BAR)}")
    return ratio <= MEMORY_BAR


def peak_of(path: Path, into: Path) -> float:
    """Megabytes at the most, of a fresh process that does nothing else."""
    command = [sys.executable, __file__, "--peak", path, into]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _verdict(holds: bool) -> str:
    return "holds" if holds else "MISSED"


def main() -> int:
    parser = argparse.ArgumentParser(description="Time and memory of reading a return into facts.")
    parser.add_argument("--large", action="store_true", help="memory at 600,000 people; takes minutes")
    parser.add_argument("--peak", nargs=2, type=Path, metavar=("FILE", "DIR"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.peak:
        receive(*asked.peak)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        held = [compare_time(Path(folder)), compare_memory(Path(folder), 50 if asked.large else 10)]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
