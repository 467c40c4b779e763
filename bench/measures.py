"""How long do all measures with all their breakdowns take, against reading the same columns?

The floor is a bare scan by DuckDB: for each measure and each breakdown, the columns that it counts over and
those that it is broken down by are read from the same Parquet files and folded; nothing is joined, chosen
or grouped. Both are cold: a new connection, nothing compiled, every measure and breakdown in one run.

`--large`: the same over ten and over some fifty times as many plans, to see how time grows with the area.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goldenthread.analysis.catalogue import Measure, measures
from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.measuring import Measuring, forget_what_was_compiled, measuring
from goldenthread.analysis.settings import read_settings
from goldenthread.demo.synthesis.writing import write_area
from goldenthread.sen2.receiving import receive
from goldenthread.sen2.schemas import TABLES

AREA, SEED = "935", 7
PLANS, LARGE = 12_000, 640_000
BAR = 3.0
KEYS = ("request_key", "person_key")
COLUMNS_OF = {
    "groups": ("person_key", "dimension", "group"),
    "people": ("person_key", "birth_date", "sex", "ethnicity"),
}
SHARED = {
    "district": ("Babergh", "East Suffolk", "Ipswich", "Mid Suffolk", "West Suffolk"),
    "language": ("English", "Other"),
}
TEAMS = ("Northern team", "Southern team", "Western team")


def area_of(plans: int, folder: Path) -> tuple[Facts, Path]:
    """Facts of a made-up area, its people repeated until so many plans are there, in Parquet."""
    xml = folder / "area.xml"
    if not xml.exists():
        write_area(AREA, SEED, xml)
        receive(xml, folder / "one")
    one = {name: pq.read_table(folder / "one" / f"{name}.parquet") for name in TABLES}
    times = -(-plans // one["named_plans"].num_rows)
    made = folder / f"facts-{plans}"
    made.mkdir()
    for name, table in one.items():
        copies = (
            table if name == "return" else pa.concat_tables([_shifted(table, n, one) for n in range(times)])
        )
        pq.write_table(copies, made / f"{name}.parquet")
    for name, table in _further(pq.read_table(made / "requests.parquet")).items():
        pq.write_table(table, made / f"{name}.parquet")
    return Facts.from_folder(made), xml.with_suffix(".settings.csv")


def _shifted(table: pa.Table, copy: int, one: Mapping[str, pa.Table]) -> pa.Table:
    """A copy of a table for other people, by keys of their own."""
    for key, source in (("request_key", "requests"), ("person_key", "people")):
        if key in table.column_names:
            moved = pc.add(table[key], copy * (one[source].num_rows + 1))
            table = table.set_column(table.column_names.index(key), table.schema.field(key), moved)
    return table


def _further(requests: pa.Table) -> dict[str, pa.Table]:
    keys, people = requests["request_key"].to_pylist(), requests["person_key"].to_pylist()
    cases = [
        {
            "request_key": key,
            "case_id": key,
            "person_id": person,
            "is_open": key % 4 == 0,
            "coordinator_key": key % 48,
            "team": TEAMS[key % 3],
        }
        for key, person in zip(keys, people, strict=True)
    ]
    groups = [
        {"person_key": person, "dimension": name, "group": choices[person % len(choices)]}
        for name, choices in SHARED.items()
        for person in sorted(set(people))
    ]
    return {
        "cases": pa.Table.from_pylist(cases, FURTHER["cases"]),
        "groups": pa.Table.from_pylist(groups, FURTHER["groups"]),
    }


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


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
        table = DIMENSIONS[dimension].source
        wanted.setdefault(table, set()).update(COLUMNS_OF.get(table, ()))
    parts = []
    for table, columns in wanted.items():
        there = TABLES.get(table) or FURTHER[table]
        read = sorted(columns | {key for key in KEYS if key in there.names})
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


def compare(facts: Facts, settings: Path, rounds: int) -> float:
    with measuring(facts, read_settings(settings)) as running:
        statements = scans(running, facts)
        computed, dimensions = len(measures()) - len(running.missing), len(running.dimensions)
    floors, times, rows = [], [], 0
    for _ in range(rounds):
        floors.append(seconds(lambda: floor(statements)))
        start = time.perf_counter()
        rows = ours(facts, settings)
        times.append(time.perf_counter() - start)
    ratio = min(times) / min(floors)
    print(f"{computed} measures, each for everyone and by {dimensions} dimensions: best of {rounds} rounds")
    print(f"  {len(statements)} bare scans   {min(floors):7.2f} s")
    print(f"  {rows:,} figures     {min(times):7.2f} s")
    print(f"  ratio             {ratio:7.2f}   bar {BAR:.2f}   {'holds' if ratio <= BAR else 'MISSED'}")
    return ratio


def growth(folder: Path) -> bool:
    sizes, times = (PLANS, LARGE // 10, LARGE), []
    for plans in sizes:
        facts, settings = area_of(plans, folder)
        times.append(seconds(lambda facts=facts, settings=settings: ours(facts, settings)))
        print(f"  {plans:>9,} plans {times[-1]:8.2f} s")
    per_plan = times[-1] / sizes[-1], times[0] / sizes[0]
    holds = per_plan[0] <= per_plan[1] * 1.1
    ratio, verdict = per_plan[0] / per_plan[1], "holds" if holds else "MISSED"
    print(f"  time for each plan, largest against smallest: {ratio:.2f}   bar 1.10   {verdict}")
    return holds


def main() -> int:
    parser = argparse.ArgumentParser(description="All measures with all breakdowns, against bare scans.")
    parser.add_argument("--large", action="store_true", help=f"growth to {LARGE:,} plans; takes minutes")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.large:
            return 0 if growth(folder) else 1
        facts, settings = area_of(PLANS, folder)
        return 0 if compare(facts, settings, asked.rounds) <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
