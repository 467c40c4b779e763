"""At which published column is a placement counted?"""

from datetime import date

import pytest

from fixtures.sixty import sixty_rows
from goldenthread.analysis.letters import letters
from goldenthread.analysis.places import published_columns, school_age_births
from goldenthread.analysis.published_tables import MARKS, published_tables
from goldenthread.analysis.settings import column_of_type, mapping, setting_codes, settings_of


def test_every_setting_of_the_sixty_is_mapped_as_by_hand() -> None:
    for row in sixty_rows("settings"):
        by_hand = row["dfe_column_before_unit_indicators"].split(" at ")[0]
        if row["type_of_establishment"]:
            assert column_of_type(row["type_of_establishment"], row["phase_of_education"]) == by_hand


def test_every_setting_code_of_the_sixty_is_mapped_as_by_hand() -> None:
    ours = {row["key"]: (row["column"], row["at_school_age"]) for row in setting_codes().to_pylist()}
    by_hand = {row["sensetting"]: row["dfe_column_before_unit_indicators"] for row in sixty_rows("settings")}
    assert ours.pop("NIEO") == ("neet_other", "neet_other_csa")
    assert by_hand.pop("NIEO") == "neet_other_csa at compulsory school age, else neet_other"
    assert {code: column for code, (column, _) in ours.items()} == {c: by_hand[c] for c in by_hand if c}


def test_every_column_that_a_place_is_counted_at_is_published() -> None:
    for name in ("caseload", "new_plans"):
        assert set(published_columns()) <= {column.name for column in published_tables()[name].columns}


@pytest.mark.parametrize("file", ["placement_columns.csv", "setting_columns.csv"])
def test_each_row_of_a_mapping_says_how_sure_we_are_and_why(file: str) -> None:
    for row in mapping(file):
        assert row["mark"] in (*MARKS, "unconfirmed")
        assert row["basis"]


def test_a_type_is_known_whatever_its_capitals() -> None:
    assert column_of_type(" academy CONVERTER ", "") == "mainstream_academy"
    assert column_of_type("A type of the future", "") is None


def test_of_two_establishments_with_one_provider_number_the_lower_urn_stands() -> None:
    rows = [
        {"name": "B", "urn": "100002", "ukprn": "1", "type_of_establishment": "Further education"},
        {"name": "A", "urn": "100001", "ukprn": "1", "type_of_establishment": "Academy converter"},
    ]
    found = settings_of([row | {"phase_of_education": ""} for row in rows], "two")
    assert found.by_ukprn.to_pylist() == [{"key": "1", "column": "mainstream_academy"}]


def test_school_age_on_census_day_is_five_to_fifteen_on_the_august_before() -> None:
    first, last = school_age_births(date(2025, 1, 16))
    assert (first, last) == (date(2008, 9, 1), date(2019, 8, 31))


def test_no_code_letter_is_taken_for_confirmed_before_somebody_confirms_it() -> None:
    known = [*letters("WBP"), *letters("DP")]
    assert len(known) == 7
    assert not any(letter.confirmed for letter in known)
    assert {letter.letter for letter in known} <= {
        row["literal_in_sixty_xml"] for row in sixty_rows("stand_ins")
    }
