"""A made-up area of any size for `bench/measures.py`: every table that measures count over, every group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.demo.synthesis.writing import write_area
from goldenthread.sen2.receiving import receive
from goldenthread.sen2.schemas import TABLES

AREA, SEED = "935", 7
FIRST = np.datetime64(date(2024, 1, 1))
DISTRICTS = ("Babergh", "East Suffolk", "Ipswich", "Mid Suffolk", "West Suffolk")
SHARED = {
    "district": DISTRICTS,
    "icb": ("East", "West"),
    "provider": ("First trust", "Second trust", "Third trust"),
    "disadvantage": ("Eligible for free meals", "Not eligible"),
    "language": ("English", "Other"),
    "looked_after": ("Looked after", "Not looked after"),
}
TEAMS = ("Northern team", "Southern team", "Western team")


def area_of(plans: int, folder: Path) -> tuple[Facts, Path]:
    """Facts of a made-up area, its people repeated until there are so many plans; and its settings."""
    xml = folder / "area.xml"
    if not xml.exists():
        write_area(AREA, SEED, xml)
        receive(xml, folder / "one")
    one = {name: pq.read_table(folder / "one" / f"{name}.parquet") for name in TABLES}
    times = -(-plans // one["named_plans"].num_rows)
    made = folder / f"facts-{plans}"
    made.mkdir()
    for name, table in one.items():
        copies = [table] if name == "return" else [_shifted(table, n, one) for n in range(times)]
        with pq.ParquetWriter(made / f"{name}.parquet", table.schema) as writer:
            for copy in copies:
                writer.write_table(copy)
    for name, table in _further(pq.read_table(made / "requests.parquet")).items():
        pq.write_table(table.cast(FURTHER[name]), made / f"{name}.parquet")
    return Facts.from_folder(made), xml.with_suffix(".settings.csv")


def _shifted(table: pa.Table, copy: int, one: Mapping[str, pa.Table]) -> pa.Table:
    """A copy of a table for other people, by keys of their own."""
    for key, source in (("request_key", "requests"), ("person_key", "people")):
        if key in table.column_names:
            moved = pc.add(table[key], copy * (one[source].num_rows + 1))
            table = table.set_column(table.column_names.index(key), table.schema.field(key), moved)
    return table


def _further(requests: pa.Table) -> dict[str, pa.Table]:
    keys = requests["request_key"].to_numpy()
    people = np.unique(requests["person_key"].to_numpy())
    return {
        "cases": pa.table(
            {
                "request_key": keys,
                "case_id": keys,
                "person_id": requests["person_key"],
                "is_open": keys % 4 == 0,
                "coordinator_key": keys % 48,
                "team": pa.array(np.array(TEAMS)[keys % len(TEAMS)]),
            }
        ),
        "groups": pa.concat_tables(
            pa.table(
                {
                    "person_key": people,
                    "dimension": pa.array(np.full(len(people), name)),
                    "group": pa.array(np.array(choices)[(people * 7 + n) % len(choices)]),
                }
            )
            for n, (name, choices) in enumerate(SHARED.items())
        ),
        "reviews": _reviews(keys[keys % 3 == 0]),
        "advice": pa.concat_tables(_advice(keys[keys % 2 == 0], who) for who in ("EP", "HEALTH", "CARE")),
        "appeals": pa.table({"request_key": keys[keys % 20 == 0], "lodged_on": _day(keys[keys % 20 == 0])}),
        "ends": _ends(keys[keys % 50 == 0]),
    }


def _day(keys: np.ndarray, later: int = 0) -> pa.Array:
    return pa.array(FIRST + (keys * 31 % 360 + later).astype("timedelta64[D]"))


def _reviews(keys: np.ndarray) -> pa.Table:
    in_time = keys % 5 > 0
    return pa.table(
        {
            "request_key": keys,
            "meeting_on": _day(keys),
            "notice_on": _day(keys, 28),
            "amended_on": _day(keys, 80),
            "amended_due_after_notice_on": _day(keys, 84),
            "amended_due_after_meeting_on": _day(keys, 84),
            "amended_within_8_weeks": in_time,
            "amended_within_12_weeks": in_time,
        }
    )


def _advice(keys: np.ndarray, adviser: str) -> pa.Table:
    return pa.table(
        {
            "request_key": keys,
            "adviser": pa.array(np.full(len(keys), adviser)),
            "sought_on": _day(keys),
            "received_on": _day(keys, 40),
            "due_on": _day(keys, 42),
            "within_limit": keys % 3 > 0,
        }
    )


def _ends(keys: np.ndarray) -> pa.Table:
    how = pa.array(np.full(len(keys), "withdrawn"))
    return pa.table({"request_key": keys, "ended_on": _day(keys, 5), "how": how})
