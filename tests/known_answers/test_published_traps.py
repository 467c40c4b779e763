"""Do we still see the traps that are really in the published files? Each would mislead whoever reads on."""

from decimal import Decimal

import pytest

from goldenthread.figures.open_data.places import NEWEST_NEIGHBOURS, areas, neighbours
from goldenthread.figures.open_data.published import (
    OFFICERS,
    TABLES,
    Cell,
    NotPublished,
    area_of,
    codes,
    faults,
    figure_columns,
    numbers,
    periods,
    published,
    row,
    rows,
)
from goldenthread.figures.open_data.sums import gaps

ENGLAND, YORKSHIRE, SUFFOLK = "E92000001", "E12000003", "935"

TOTAL_ROW = {
    "requests_totals": "All requests for EHC needs assessments",
    "assessments_totals": "All EHC needs assessments",
    "timeliness_20_week_totals": "All EHC plans issued",
    "newplans_totals": "New EHC plans",
    "caseload_totals": "All EHC plans",
    "sen_needs_all_plans_totals": "All EHC plans",
    "sen_need_newplans_totals": "All EHC plans",
    "annual_reviews_totals": "All annual reviews",
    "ceased_plans_totals": "All ceased EHC plans",
    "personal_budgets_totals": "All personal budgets",
    "residential_settings_totals": "All residential placements",
    "work_based_placements_totals": "All work based placements",
}
STOCK = {
    "caseload_totals",
    "sen_needs_all_plans_totals",
    "personal_budgets_totals",
    "residential_settings_totals",
    "work_based_placements_totals",
}
TOTALS_THAT_ADD_UP = [
    ("caseload_totals", "ehcplans", "202425"),
    ("caseload_totals", "ehcplans", "201819"),
    ("ceased_plans_totals", "total_ceased", "2024"),
    ("requests_totals", "requests_received_in_year", "2024"),
    ("assessments_totals", "assess_in_year", "2024"),
    ("timeliness_20_week_totals", "plans_issued_den", "2024"),
    ("newplans_totals", "new_ehc_plans", "2024"),
    ("annual_reviews_totals", "total_ehc_plans", "2024"),
    ("work_based_placements_totals", "open_wbp", "202425"),
]


@pytest.mark.parametrize(("table", "column", "period"), TOTALS_THAT_ADD_UP)
def test_areas_add_up_to_their_regions_and_to_england(table: str, column: str, period: str) -> None:
    assert gaps(table, column, period) == ()


def test_yorkshire_areas_that_carry_their_regions_new_plans_are_flagged() -> None:
    found = {gap.parent: gap for gap in gaps("newplans_totals", "new_ehc_plans", "2022")}
    assert set(found) == {ENGLAND, YORKSHIRE}
    assert (found[ENGLAND].published, found[ENGLAND].summed) == (66_706, 151_798)
    assert found[YORKSHIRE].without == ()
    assert row("newplans_totals", "384", "2022")["new_ehc_plans"].value == 6_078


def test_the_residential_total_of_2023_is_not_the_sum_of_its_parts() -> None:
    england = row("residential_settings_totals", ENGLAND, "202223")
    assert [england[name].value for name in ("Res_3851", "Res_52", "Res_tot")] == [1_415, 781, 4_488]
    for period in set(periods("residential_settings_totals")) - {"202223"}:
        whole = row("residential_settings_totals", ENGLAND, period)
        parts = [whole[name].value for name in ("Res_3851", "Res_52", "Res_tot")]
        assert parts[0] is not None
        assert parts[1] is not None
        assert parts[0] + parts[1] == parts[2], period


@pytest.mark.parametrize(
    ("table", "column", "period", "short", "without"),
    [
        ("requests_totals", "requests_received_in_year", "2023", 935, {"856", "204", "921"}),
        ("timeliness_20_week_totals", "plans_issued_den", "2022", 871, {"926", "211", "311", "869"}),
        ("timeliness_20_week_totals", "plans_issued_den", "2023", 321, {"204"}),
    ],
)
def test_england_exceeds_its_areas_where_areas_publish_a_symbol(
    table: str, column: str, period: str, short: int, without: set[str]
) -> None:
    (england,) = [gap for gap in gaps(table, column, period) if gap.parent == ENGLAND]
    assert (england.short, set(england.without)) == (short, without)


@pytest.mark.parametrize("table", TABLES)
def test_the_total_row_has_the_label_of_its_own_file(table: str) -> None:
    assert set(published(table).column("breakdown").to_pylist()) == {TOTAL_ROW[table]}
    assert set(published(table).column("breakdown_topic").to_pylist()) == {TOTAL_ROW[table]}


@pytest.mark.parametrize("table", TABLES)
def test_january_counts_are_dated_by_academic_year_and_activity_by_calendar_year(table: str) -> None:
    (kind,) = set(published(table).column("time_identifier").to_pylist())
    assert kind == ("Academic year" if table in STOCK else "Calendar year")
    assert periods(table)[-1] == ("202425" if table in STOCK else "2024")


def test_the_review_column_that_is_published_twice_says_the_same_both_times() -> None:
    for _, figures in rows("annual_reviews_totals"):
        assert figures["review_meeting_prior_24"] == figures["review_meeting_prior_24.1"]


def test_this_copy_of_the_release_is_the_one_with_132217_social_emotional_and_mental_health_needs() -> None:
    """Releases are revised in place: another copy of the same one says 132,218."""
    assert row("sen_needs_all_plans_totals", ENGLAND, "202425")["number_semh"].value == 132_217


def test_reviews_outstanding_are_below_nought_in_33_rows() -> None:
    values = [figures["review_decision_outstanding"].value for _, figures in rows("annual_reviews_totals")]
    assert sum(value is not None and value < 0 for value in values) == 33
    assert row("annual_reviews_totals", "878", "2024")["review_decision_outstanding"].value == -211


def test_suffolk_times_more_decisions_than_its_requests_of_the_year_had() -> None:
    suffolk = row("requests_totals", SUFFOLK, "2024")
    timed = ("request_outcome_six_weeks", "request_outcome_over_6_weeks")
    decided = ("requests_decided_to_assess", "requests_decided_not_to_assess")
    assert sum(suffolk[name].value or 0 for name in timed) == 2_761
    assert sum(suffolk[name].value or 0 for name in decided) == 2_640


def test_suffolk_leaves_416_issued_plans_out_of_its_timeliness() -> None:
    issued = row("assessments_totals", SUFFOLK, "2024")["assess_issued"].value
    timed = row("timeliness_20_week_totals", SUFFOLK, "2024")["plans_issued_den"].value
    assert (issued, timed) == (1_782, 1_366)


def test_abolished_areas_stop_and_their_successors_begin() -> None:
    assert {"835", "836", "837"} <= set(codes("caseload_totals", "201819"))
    assert not {"835", "836", "837"} & set(codes("caseload_totals", "201920"))
    assert {"909", "928"} <= set(areas())


def test_new_plans_by_need_divides_london_where_other_tables_do_not() -> None:
    assert "E12000007" in codes("newplans_totals", "2024", level="Regional")
    assert {"E13000001", "E13000002"} <= set(codes("sen_need_newplans_totals", "2024", level="Regional"))
    camden = areas()["202"]
    assert (camden.region_name, camden.part_of_london) == ("London", ("E13000001", "Inner London"))


@pytest.mark.parametrize("symbol", ["x", "z", "c", "low"])
def test_a_symbol_is_a_missing_figure_and_never_a_nought(symbol: str) -> None:
    assert (Cell(symbol).value, Cell(symbol).symbol) == (None, symbol)


def test_a_published_symbol_is_null_in_numbers_and_kept_in_text() -> None:
    printed = published("timeliness_20_week_totals").column("plans_issued_gt_1_year").to_pylist()
    values = numbers("timeliness_20_week_totals").column("plans_issued_gt_1_year").to_pylist()
    assert [value is None for value in values] == [text == "x" for text in printed]
    assert Decimal(0) in values


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_a_number_or_a_known_symbol(table: str) -> None:
    for about, figures in rows(table):
        for name, cell in figures.items():
            assert cell.symbol or cell.value is not None, (area_of(about), name)


@pytest.mark.parametrize("table", TABLES)
def test_each_place_has_one_row_a_period(table: str) -> None:
    assert len(list(rows(table))) == published(table).num_rows


def test_officers_are_words_and_not_figures() -> None:
    assert set(published(OFFICERS).column("des_med_off").to_pylist()) >= {"Yes", "No"}


def test_what_was_not_published_is_refused_by_name() -> None:
    with pytest.raises(NotPublished, match="no row for 935 in 1999"):
        row("caseload_totals", SUFFOLK, "1999")
    with pytest.raises(NotPublished, match="no published table is called caseload"):
        published("caseload")


def test_suffolk_has_ten_neighbours_in_each_model_and_only_five_are_in_both() -> None:
    newer = {n.code for n in neighbours(SUFFOLK, 2025)}
    older = {n.code for n in neighbours(SUFFOLK, 2021)}
    assert (len(newer), len(older), len(newer & older)) == (10, 10, 5)
    assert [n.code for n in neighbours(SUFFOLK)][:3] == ["933", "926", "830"]
    assert NEWEST_NEIGHBOURS == 2025


def test_every_fault_names_a_cell_that_exists_and_says_why() -> None:
    for fault in faults():
        assert fault.column in figure_columns(fault.table), fault
        assert row(fault.table, fault.area, fault.time_period)
        assert len(fault.reason) > 20


def test_no_cell_is_listed_as_a_fault_twice() -> None:
    places = [(fault.table, fault.area, fault.column, fault.time_period) for fault in faults()]
    assert len(places) == len(set(places))
