"""Do our tables equal what was worked out by hand, and does each other reading move what it should?"""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pyarrow.compute as pc
import pytest

from fixtures.sixty import Cells, cells_of, sixty_rows, with_column
from goldenthread.analysis.dfe import compute
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.published_tables import published_tables, rules
from goldenthread.analysis.readings import (
    CHOSEN,
    AppealsCounted,
    AssessmentsInYear,
    ClockStops,
    NewPlanPlace,
    NewPlans,
    NoOpenPlace,
    ProviderNumberAlone,
    Readings,
    ReviewExpected,
    TimedRequests,
)
from goldenthread.analysis.settings import Settings
from goldenthread.config.commands import figures as command
from goldenthread.figures.open_data.places import areas
from goldenthread.figures.open_data.published import TABLES, published

OPEN_AND_UNCOUNTED = {("caseload_totals", "other_schools"): "0"}
OPEN_AND_COUNTED_BY_STAND_INS = {
    ("personal_budgets_totals", "pb_health"): "1",
    ("personal_budgets_totals", "pb_education"): "1",
    ("personal_budgets_totals", "pb_social"): "1",
    ("personal_budgets_totals", "pb_integrated"): "1",
    ("work_based_placements_totals", "open_supp_intern"): "1",
    ("work_based_placements_totals", "open_apprentice"): "1",
    ("work_based_placements_totals", "open_trainee"): "1",
}

OTHER_READINGS = {
    "A2": Readings(appeals_leave_timeliness=False),
    "A3": Readings(clock_stops=ClockStops.PLAN_STARTS),
    "A4": Readings(new_plans=NewPlans.STARTED_ANYWHERE),
    "A5": Readings(assessments_in_year=AssessmentsInYear.DATED_OR_UNDATED),
    "A6": Readings(timed_requests=TimedRequests.RECEIVED_AND_DECIDED_IN_YEAR),
    "A10": Readings(provider_number_alone=ProviderNumberAlone.REGISTER_ONLY),
    "A11": Readings(no_open_place=NoOpenPlace.NAMED_IN_PLAN),
}
LIMITS_A_DAY_SHORTER = {
    "A1": ("assessments", "issued_within_limit", "outcome_on", "plan_due_on"),
    "A7": ("requests", "outcome_within_limit", "outcome_on", "decision_due_on"),
    "A8": ("assessments", "refused_within_limit", "outcome_on", "refusal_due_on"),
    "A9": ("active_plans", "review_decision_within_limit", "last_review_on", "review_decision_due_on"),
}
READINGS_THAT_MOVE_NOTHING_HERE = [
    Readings(appeals_counted=AppealsCounted.OF_YEAR),  # AS6: every flag here is on an assessment of 2024
    Readings(new_plans=NewPlans.ISSUED),  # NP1: every plan of 2024 here started when it was issued, or near
    Readings(new_plan_place=NewPlanPlace.ATTENDED),  # NP2: named and attended are the same in new plans
    Readings(review_expected=ReviewExpected.TWELVE_MONTHS_OLD),  # AR2: none starts 1 to 16 January 2024
    Readings(days_in_band_to_a_year=365),  # TM2: no child has 365 days
]


@pytest.fixture(scope="module")
def computed(sixty: Facts, sixty_settings: Settings) -> Cells:
    return cells_of(compute(sixty, sixty_settings, areas()))


def moved(before: Cells, after: Cells) -> dict[tuple[str, str], int]:
    """Counts that changed, by how much; percentages follow from them."""
    shares = {
        (measure.table, c.name)
        for measure in published_tables().values()
        for c in measure.columns
        if c.share_of
    }
    return {
        cell: int(Decimal(after[cell]) - Decimal(before[cell]))
        for cell in before
        if before[cell] != after[cell] and cell not in shares
    }


def listed(alternative: str) -> dict[tuple[str, str], int]:
    changes: dict[tuple[str, str], int] = defaultdict(int)
    for row in sixty_rows("alternatives"):
        if row["alternative"] == alternative:
            changes[row["table"], row["column"]] += int(row["change"])
    return {cell: change for cell, change in changes.items() if change}


def test_every_expected_cell_matches(computed: Cells, expected: Cells) -> None:
    assert {
        cell: (text, computed.get(cell)) for cell, text in expected.items() if computed.get(cell) != text
    } == {}


def test_we_give_what_the_hand_work_left_open_and_say_that_it_is(computed: Cells, expected: Cells) -> None:
    ours = {cell: text for cell, text in computed.items() if cell not in expected}
    assert ours == OPEN_AND_UNCOUNTED | OPEN_AND_COUNTED_BY_STAND_INS
    for table, column in ours:
        (measure,) = [measure for measure in published_tables().values() if measure.table == table]
        assert "open" in {rule.mark for rule in measure.column(column).rules}


@pytest.mark.parametrize(("alternative", "readings"), OTHER_READINGS.items())
def test_the_other_side_of_a_reading_moves_what_the_hand_work_says(
    alternative: str, readings: Readings, sixty: Facts, sixty_settings: Settings, computed: Cells
) -> None:
    other = cells_of(compute(sixty, sixty_settings, areas(), readings))
    assert moved(computed, other) == with_subtotals(listed(alternative))


@pytest.mark.parametrize(("alternative", "limit"), LIMITS_A_DAY_SHORTER.items())
def test_a_limit_that_is_a_day_shorter_moves_what_the_hand_work_says(
    alternative: str,
    limit: tuple[str, str, str, str],
    sixty: Facts,
    sixty_settings: Settings,
    computed: Cells,
) -> None:
    """The limits are law: they come with the facts, so it is the facts that change here."""
    table, flag, day, due = limit
    rows = sixty.tables[table]
    shorter = pc.if_else(pc.is_valid(rows[flag]), pc.less(rows[day], rows[due]), None)
    changed = with_column(sixty, table, flag, shorter)
    assert moved(computed, cells_of(compute(changed, sixty_settings, areas()))) == listed(alternative)


def with_subtotals(changes: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """The listed changes, and the subtotals over them where the list gives only the columns."""
    whole = dict(changes)
    for measure in published_tables().values():
        for column in measure.columns:
            change = sum(changes.get((measure.table, part), 0) for part in column.sum_of)
            if change:
                whole[measure.table, column.name] = change
    return whole


@pytest.mark.parametrize("readings", READINGS_THAT_MOVE_NOTHING_HERE)
def test_these_readings_do_not_matter_for_the_sixty(
    readings: Readings, sixty: Facts, sixty_settings: Settings, computed: Cells
) -> None:
    assert readings != CHOSEN
    assert moved(computed, cells_of(compute(sixty, sixty_settings, areas(), readings))) == {}


def test_every_alternative_of_the_fixture_has_a_switch() -> None:
    assert {row["alternative"] for row in sixty_rows("alternatives")} == {
        *OTHER_READINGS,
        *LIMITS_A_DAY_SHORTER,
    }


def test_every_rule_of_the_fixture_has_its_mark_in_our_list() -> None:
    marks = {}
    for line in (Path(__file__).parent / "sixty" / "rules.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[0] in rules():
            marks[cells[0]] = cells[4].split(",")[0].split(" ")[0]
    assert set(rules()) - set(marks) == {"GE1"}  # the geography columns, which the hand-work takes as given
    assert {
        name: (mark, rules()[name].mark) for name, mark in marks.items() if mark != rules()[name].mark
    } == {}


def test_our_columns_are_the_published_ones_in_the_published_order(computed: Cells) -> None:
    for table in TABLES:
        ours = [column for name, column in computed if name == table]
        assert ours == published(table).column_names, table


def test_the_command_writes_the_twelve_files_as_expected(
    sixty_folder: Path, tmp_path: Path, expected: Cells, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Path(__file__).parent / "sixty" / "settings.csv"
    out = tmp_path / "tables"
    code = command.main(["dfe", "--facts", str(sixty_folder), "--settings", str(settings), "-o", str(out)])
    assert code == 0
    assert {path.name for path in out.iterdir()} == {f"{table}.csv" for table in TABLES}
    for (table, column), text in expected.items():
        with (out / f"{table}.csv").open(newline="", encoding="utf-8") as file:
            (row,) = csv.DictReader(file)
        assert row[column] == text, (table, column)
    said = capsys.readouterr()
    assert "12 tables of area 935" in said.out
    assert "unconfirmed code letters of WBP" in said.err
