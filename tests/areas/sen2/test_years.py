"""A return year is the year before with its changes; what is not known is marked, never made up."""

from dataclasses import fields

import pytest

from goldenthread.sen2.records import NESTED, RECORDS
from goldenthread.sen2.schemas import TABLES
from goldenthread.sen2.years import LAYOUTS, layout
from goldenthread.sen2.years.census import CENSUS_DAYS, collection_year
from goldenthread.sen2.years.codes import ETHNICITY, EXTENDED_ETHNICITY

COUNTS = {2023: 65, 2024: 66, 2025: 71, 2026: 71}


def elements_of(year):
    return [(table, e.column) for table, block in layout(year).blocks.items() for e in block.elements]


@pytest.mark.parametrize("year", LAYOUTS)
def test_the_number_of_elements_of_each_year_is_known(year):
    assert len(elements_of(year)) == COUNTS[year]


def test_what_each_year_changed():
    changes = {year: set(elements_of(year)) ^ set(elements_of(year - 1)) for year in (2024, 2025, 2026)}
    assert changes[2024] == {
        ("active_plans", "residential"),
        ("active_plans", "work_based"),
        ("active_plans", "review_meeting_on"),
        ("active_plans", "review_outcome"),
        ("placements", "attendance_pattern"),
        ("placements", "residential"),
        ("placements", "work_based"),
    }
    assert changes[2025] == {
        ("return", "dsco"),
        ("requests", "source"),
        ("active_plans", "review_draft_on"),
        ("active_plans", "phase_transfer_due_on"),
        ("active_plans", "phase_transfer_final_on"),
    }
    assert changes[2026] == set()


@pytest.mark.parametrize("year", LAYOUTS)
def test_every_element_has_its_column_once_and_its_spelling_once(year):
    for table, block in layout(year).blocks.items():
        columns = [element.column for element in block.elements]
        spellings = [spelling for element in block.elements for spelling in element.spellings]
        assert len(set(columns)) == len(columns)
        assert len(set(spellings)) == len(spellings)
        assert set(columns) <= set(TABLES[table].names)


def test_every_column_of_a_record_is_an_element_of_some_year():
    for table, record in RECORDS.items():
        known = {e.column for year in LAYOUTS.values() for e in year.blocks[table].elements}
        assert {f.name for f in fields(record)} - set(NESTED.get(table, ())) == known


@pytest.mark.parametrize("year", LAYOUTS)
def test_code_sets_belong_to_columns(year):
    for table, column in layout(year).codes:
        layout(year).blocks[table].element(column)


@pytest.mark.parametrize("year", LAYOUTS)
def test_what_must_still_be_confirmed_is_said(year):
    assert "Person/PostCode: spelling or place" in layout(year).unconfirmed()
    assert "Header/DMO: spelling or place" in layout(year).unconfirmed()


def test_census_days_are_third_thursdays_of_january():
    for year, day in CENSUS_DAYS.items():
        assert (day.year, day.month, day.strftime("%A")) == (year, 1, "Thursday")
        assert 15 <= day.day <= 21


def test_a_return_describes_the_year_before():
    assert [day.isoformat() for day in collection_year(2025)] == ["2024-01-01", "2024-12-31"]


def test_extended_ethnicities_have_main_codes():
    assert set(EXTENDED_ETHNICITY.values()) <= set(ETHNICITY.codes)
    assert not set(EXTENDED_ETHNICITY) & set(ETHNICITY.codes)
