"""Which areas are there, and which are like which? Read from the published lists beside this file."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from goldenthread.analysis.geography import Area

FOLDER = Path(__file__).parent

NEWEST_NEIGHBOURS = 2025
NEIGHBOURS = {
    2025: "dfe_statistical_neighbours_2025_all_las.csv",
    2021: "dfe_statistical_neighbours_2021_suffolk.csv",  # Suffolk only
}
"""Year of the DfE's children's services statistical neighbour model, and its file."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An area like another. `proximity` is the model's own word for how like."""

    rank: int
    code: str
    proximity: str


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a file in this folder, every cell as text."""
    text = (FOLDER / name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@cache
def areas() -> dict[str, Area]:
    """Every local authority of the 2025 release by its DfE number, abolished ones included.

    Buckinghamshire has two ONS codes in the list; the first is the one that its 2024 rows carry.
    """
    found: dict[str, Area] = {}
    for row in read_rows("english_la_codes.csv"):
        code = row["old_la_code"]
        if code not in found:
            found[code] = Area(
                code=code,
                name=row["la_name"],
                ons_code=row["new_la_code"],
                region_code=row["region_code"],
                region_name=row["region_name"],
                kind=row["lait_type"],
            )
    return found


@cache
def neighbours(area: str, model: int = NEWEST_NEIGHBOURS) -> tuple[Neighbour, ...]:
    """The ten statistical neighbours of an area, nearest first, in the model of that year.

    Empty where the model does not list the area. Raises `KeyError` for a model that is not shipped.
    """
    rows = [row for row in read_rows(NEIGHBOURS[model]) if row["la_code"] == area]
    found = [Neighbour(int(r["neighbour_rank"]), r["neighbour_la_code"], r["proximity"]) for r in rows]
    return tuple(sorted(found, key=lambda neighbour: neighbour.rank))
