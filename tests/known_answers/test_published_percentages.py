"""Do the shipped tables follow from their own parts? Every percentage is recomputed, cell by cell.

What does not is listed, with the reason, in `open_data/faults.csv`, and nothing may be listed in vain.
"""

import csv
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from goldenthread.analysis.published_tables import published_tables
from goldenthread.analysis.rounding import percentage, printed
from goldenthread.figures.open_data.published import Cell, area_of, faults, figure_columns, rows

PERCENTAGES = Path(__file__).parent / "sixty" / "percentages.csv"
NEVER_WRONG = {"timeliness_20_week_totals"}
REFUSALS = ("requests_totals", "request_not_assess_pc")

Place = tuple[str, str, str, str]  # table, area, column, period


@cache
def divisions() -> tuple[dict[str, str], ...]:
    with PERCENTAGES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def parts(figures: dict[str, Cell], division: dict[str, str]) -> tuple[int, int] | None:
    """Numerator and denominator of a percentage; None where a symbol stands in place of either."""
    top = figures[division["numerator"]].value
    bottom = [figures[name].value for name in division["denominator"].split(" + ")]
    if top is None or None in bottom:
        return None
    return int(top), int(sum(value for value in bottom if value is not None))


def test_our_measures_divide_what_is_divided_here() -> None:
    """So what the published tables confirm of these divisions, they confirm of the measures."""
    ours = {
        (measure.table, column.name): (column.share_of, " + ".join(column.of))
        for measure in published_tables().values()
        for column in measure.columns
        if column.share_of
    }
    assert ours == {(d["table"], d["column"]): (d["numerator"], d["denominator"]) for d in divisions()}


@cache
def recomputed() -> dict[Place, tuple[str, int, int, str]]:
    """Each percentage that stands beside its parts: as printed, its parts, and as recomputed."""
    found = {}
    for table in {division["table"] for division in divisions()}:
        ours = [division for division in divisions() if division["table"] == table]
        for about, figures in rows(table):
            for division in ours:
                of = parts(figures, division)
                if of is None:
                    continue
                place = (table, area_of(about), division["column"], about["time_period"])
                found[place] = (figures[division["column"]].text, *of, printed(percentage(*of)))
    return found


@cache
def wrong() -> dict[Place, tuple[str, int, int, str]]:
    """Those whose printed number is another. A symbol printed in place of a number is no wrong number."""
    return {
        place: cell
        for place, cell in recomputed().items()
        if Cell(cell[0]).value is not None and cell[0] != cell[3]
    }


def listed() -> dict[Place, str]:
    return {(f.table, f.area, f.column, f.time_period): f.reason for f in faults()}


def test_every_percentage_equals_its_parts_or_is_listed_with_a_reason() -> None:
    assert {place: cell for place, cell in wrong().items() if place not in listed()} == {}


def test_the_recomputing_reaches_every_percentage_column() -> None:
    numbers = sum(Cell(cell[0]).value is not None for cell in recomputed().values())
    assert numbers == 25_626
    columns = {(table, name) for table in {d["table"] for d in divisions()} for name in figure_columns(table)}
    shares = {
        column for column in columns if column[1].lower().startswith("pc_") or column[1].endswith("_pc")
    }
    assert shares == {(division["table"], division["column"]) for division in divisions()}


def test_a_fault_that_cites_a_division_is_a_real_one() -> None:
    """Each reason that opens with "309 of 2,000 is 15.5 but 15.4 is printed" says what the table holds."""
    cited = {place: reason for place, reason in listed().items() if " is printed: " in reason}
    assert set(cited) == set(wrong())
    for place, reason in cited.items():
        text, top, bottom, share = wrong()[place]
        assert reason.startswith(f"{top:,} of {bottom:,} is {share} but {text} is printed: "), place


@pytest.mark.parametrize("table", sorted(NEVER_WRONG))
def test_timeliness_has_no_wrong_percentage(table: str) -> None:
    assert [place for place in wrong() if place[0] == table] == []
    assert sum(place[0] == table for place in recomputed()) > 1_900


def test_refusals_have_no_wrong_percentage() -> None:
    assert [place for place in wrong() if (place[0], place[2]) == REFUSALS] == []


def test_the_wrong_percentages_fall_where_they_are_known_to() -> None:
    assert Counter((place[0], place[3]) for place in wrong()) == {
        ("requests_totals", "2023"): 33,
        ("requests_totals", "2024"): 20,
        ("newplans_totals", "2022"): 104,
        ("caseload_totals", "202324"): 13,
        ("sen_needs_all_plans_totals", "202425"): 2,
    }


def test_a_share_of_nothing_is_printed_as_unavailable() -> None:
    nothing = [cell[0] for cell in recomputed().values() if cell[2] == 0]
    assert len(nothing) > 50
    assert set(nothing) == {"x"}


def test_half_up_is_how_exact_ties_were_rounded() -> None:
    """A tie cannot tell half up from half to even unless the digit before it is even: those decide."""
    telling = []
    for place, (text, top, bottom, share) in recomputed().items():
        if bottom == 0 or Cell(text).value is None:
            continue
        tenths = Fraction(1000 * top, bottom)
        if tenths.denominator == 2 and int(tenths) % 2 == 0:
            telling.append((place, Decimal(text) == Decimal(share)))
    assert len(telling) > 20
    assert [place for place, agrees in telling if not agrees and place not in listed()] == []
