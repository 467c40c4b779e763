"""Published figures side by side: every column, every area, symbols missing, faults named."""

import pytest

from goldenthread.analysis.geography import ENGLAND
from goldenthread.figures.open_data.comparing import areas_in, compared, known_faults
from goldenthread.figures.open_data.places import areas
from goldenthread.figures.open_data.published import (
    TABLES,
    NotPublished,
    faults,
    figure_columns,
    newest_cell,
    periods,
    row,
)

SHARE = ("timeliness_20_week_totals", "PC_plans_issued_20_weeks_ex")


def test_the_years_of_an_area_are_the_published_cells():
    years = compared(*SHARE, "935")
    assert [year.period for year in years] == ["2019", "2020", "2021", "2022", "2023", "2024"]
    assert [str(year.area.value) for year in years] == ["34.6", "81.1", "89.2", "22.8", "3.9", "25.4"]
    assert years[-1].england.value == row(SHARE[0], ENGLAND, "2024")[SHARE[1]].value


def test_the_rank_counts_only_areas_that_published_a_figure():
    newest = compared(*SHARE, "935")[-1]
    everyone = areas_in(*SHARE, "2024")
    values = sorted((one.value for one in everyone if one.value is not None), reverse=True)
    assert newest.areas == len(values) < len(everyone)
    assert values[newest.rank - 1] == newest.area.value


def test_ten_areas_are_like_ours_and_the_nearest_is_first():
    newest = compared(*SHARE, "935")[-1]
    assert [areas()[one.code].name for one in newest.neighbours][:2] == ["Somerset", "Norfolk"]
    values = [one.value for one in newest.neighbours if one.value is not None]
    assert newest.neighbour_range == (min(values), max(values))


def test_a_symbol_is_missing_and_never_nought():
    missing = [one for one in areas_in(*SHARE, "2024") if one.symbol]
    assert missing
    assert all(one.value is None for one in missing)


@pytest.mark.parametrize("table", TABLES)
def test_every_published_column_of_every_area_can_be_set_beside_others(table):
    newest = periods(table)[-1]
    for column in figure_columns(table):
        ours = compared(table, column, "935")[-1]
        assert (ours.period, ours.area.symbol) == (newest, newest_cell(table, column, "935").symbol)
    assert {one.code for one in areas_in(table, column, newest)} <= set(areas())


def test_a_fault_is_named_beside_its_own_cell_only():
    fault = faults()[0]
    assert known_faults(fault.table, fault.column, fault.area, fault.time_period) == (fault,)
    assert known_faults(fault.table, fault.column, "935", fault.time_period) == ()


def test_what_was_never_published_is_said_to_be_so():
    for table, column in (("no_such_table", "x"), ("caseload_totals", "no_such_column")):
        with pytest.raises(NotPublished):
            compared(table, column, "935")
    assert compared("caseload_totals", "ehcplans", "999") == ()
    assert newest_cell("caseload_totals", "ehcplans", "999") is None
