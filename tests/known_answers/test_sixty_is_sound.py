"""Does the fixture of sixty children agree with itself? Nothing here works out a table."""

import csv
import decimal
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

SIXTY = Path(__file__).parent / "sixty"
ADDS_NOTHING = {"C42"}  # ceased between the year end and census day
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
GEOGRAPHY = 12  # columns before the first figure
ELEMENTS = {
    "Person": "children",
    "Requests": "requests",
    "Assessment": "assessments",
    "NamedPlan": "plans",
    "PlanDetail": "plan_details",
    "ActivePlans": "active_plans",
    "PlacementDetail": "placements",
    "SENneed": "needs",
}


def rows(name: str) -> list[dict[str, str]]:
    with (SIXTY / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def contributed() -> Counter[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for row in rows("contributions"):
        sums[row["table"], row["column"]] += int(row["adds"])
    return sums


def expected_cells() -> dict[tuple[str, str], str]:
    cells = {}
    for path in sorted((SIXTY / "expected").glob("*.csv")):
        (row,) = rows(f"expected/{path.stem}")
        cells.update({(path.stem, column): row[column] for column in list(row)[GEOGRAPHY:]})
    return cells


@pytest.mark.parametrize(("element", "name"), ELEMENTS.items())
def test_every_record_is_in_the_file(element: str, name: str) -> None:
    tree = ET.parse(SIXTY / "sixty.xml")
    assert len(list(tree.iter(element))) == len(rows(name))


def test_identifiers_carry_their_check_characters() -> None:
    for child in rows("children"):
        if upn := child["UPN"]:
            values = [LETTERS.index(c) if c.isalpha() else int(c) for c in upn[1:]]
            assert upn[0] == LETTERS[sum(v * i for i, v in enumerate(values, 2)) % 23], child["child"]
        if uln := child["UniqueLearnerNumber"]:
            weighted = sum(int(c) * w for c, w in zip(uln, range(10, 0, -1), strict=True))
            assert weighted % 11 == 10, child["child"]
        assert child["UPN"] or child["UniqueLearnerNumber"] or child["UPNunknown"], child["child"]


def test_every_child_adds_to_a_table_but_the_one_meant_not_to() -> None:
    children = {row["child"] for row in rows("children")}
    assert len(children) == 60
    assert children - {row["child"] for row in rows("contributions")} == ADDS_NOTHING


def test_every_rule_that_a_contribution_names_is_written_down() -> None:
    text = (SIXTY / "rules.md").read_text(encoding="utf-8")
    assert {row["rule"] for row in rows("contributions") if f"| {row['rule']} |" not in text} == set()


def test_expected_counts_are_the_sums_of_the_contributions() -> None:
    sums, shares = contributed(), {(r["table"], r["column"]) for r in rows("percentages")}
    for cell, value in expected_cells().items():
        if value in ("", "x"):
            assert sums[cell] == 0, cell
        elif cell not in shares:
            assert int(value) == sums[cell], cell


def test_expected_percentages_are_their_parts_divided() -> None:
    sums, cells = contributed(), expected_cells()
    for row in rows("percentages"):
        table = row["table"]
        top = sums[table, row["numerator"]]
        bottom = sum(sums[table, column] for column in row["denominator"].split(" + "))
        share = (decimal.Decimal(100 * top) / bottom).quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)
        assert cells[table, row["column"]] == str(share).removesuffix(".0"), row["column"]
