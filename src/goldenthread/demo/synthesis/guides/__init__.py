"""What do England's plans look like by age, placement, need and ethnicity? Shapes to follow, not totals
to meet."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from goldenthread.analysis.geography import ENGLAND

Weights = dict[str, dict[int, int]]


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_age(name: str) -> Weights:
    """For each column of a file, how many there are at each age."""
    rows = _rows(name)
    columns = [column for column in rows[0] if column != "age"]
    return {
        column: {int(row["age"]): int(row[column]) for row in rows if int(row[column])} for column in columns
    }


@dataclass(frozen=True, slots=True)
class Guides:
    """Weights by age in years, or by name. An age of 20 stands for 20 and over where plans start or cease."""

    caseload: Weights  # by placement column
    new_plans: Weights  # by placement column
    ceased: Weights  # by column of the reason
    requests: dict[int, int]
    needs: dict[str, dict[str, float]]  # by placement column, then by need column
    years_held: dict[int, int]
    ethnicity: dict[str, int]


@cache
def guides(area: str, region: str) -> Guides:
    """The guides for an area; ethnicity is the area's own or its region's where shipped, else England's."""
    needs = {
        row["placement"]: {name: float(value) for name, value in row.items() if name != "placement"}
        for row in _rows("needs_by_placement.csv")
    }
    ethnicity: dict[str, dict[str, int]] = {}
    for row in _rows("plans_by_ethnicity.csv"):
        ethnicity.setdefault(row["area"], {})[row["ethnicity"]] = int(row["ehcplans"])
    nearest = next(place for place in (area, region, ENGLAND) if place in ethnicity)
    return Guides(
        caseload=_by_age("caseload_by_age.csv"),
        new_plans=_by_age("new_plans_by_age.csv"),
        ceased=_by_age("ceased_by_age.csv"),
        requests=_by_age("requests_by_age.csv")["requests_received_in_year"],
        needs=needs,
        years_held={int(row["years"]): int(row["ehcplans"]) for row in _rows("plans_by_years_held.csv")},
        ethnicity=ethnicity[nearest],
    )
