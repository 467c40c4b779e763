"""The sixty children's file, read into facts, says what their hand-written records say."""

import csv
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from goldenthread.sen2 import schemas
from goldenthread.sen2.people import header_in, people_in
from goldenthread.sen2.receiving import receive

SIXTY = Path(__file__).resolve().parents[2] / "known_answers" / "sixty"
TABLE_OF = {
    "people": "children",
    "requests": "requests",
    "assessments": "assessments",
    "named_plans": "plans",
    "plan_details": "plan_details",
    "active_plans": "active_plans",
    "placements": "placements",
    "needs": "needs",
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sixty") / "facts"
    receive(SIXTY / "sixty.xml", folder)
    return folder


def stated(name):
    with (SIXTY / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("table", "name"), TABLE_OF.items())
def test_every_record_is_a_row(facts, table, name):
    assert pq.read_metadata(facts / f"{table}.parquet").num_rows == len(stated(name))


@pytest.mark.parametrize("table", schemas.TABLES)
def test_every_table_has_its_schema(facts, table):
    assert pq.read_schema(facts / f"{table}.parquet").equals(schemas.TABLES[table])


def test_the_header_is_kept(facts):
    header = header_in(facts)
    assert (header.year, header.area, header.census_day) == (2025, "935", date(2025, 1, 16))
    assert header.software_code == "Sixty children fixture"


def test_a_person_comes_back_whole(facts):
    _, freya = next(people_in(facts))
    assert (freya.surname, freya.upn, freya.birth_date) == ("Ablett", "Y935990122001", date(2018, 5, 14))
    (request,) = freya.requests
    assert request.assessment.named_plan.plan_details[0].urn == "900103"
    assert request.active_plan.placements[0].entered_on == date(2022, 9, 5)
    assert request.active_plan.needs[0].need == "SLCN"


def test_every_stated_value_is_in_the_facts(facts):
    people = dict(people_in(facts))
    for key, child in enumerate(stated("children"), start=1):
        assert people[key].forename == child["Forename"]
        assert (people[key].uln or "") == child["UniqueLearnerNumber"]
        assert [r.received_on.isoformat() for r in people[key].requests] == [
            r["ReceivedDate"] for r in stated("requests") if r["child"] == child["child"]
        ]


def test_the_law_is_applied_to_the_day(facts):
    """C01 was issued on day 139, C02 on day 140: both in time."""
    first, second = pq.read_table(facts / "assessments.parquet").slice(0, 2).to_pylist()
    assert (first["days_from_request"], second["days_from_request"]) == (139, 140)
    assert first["plan_due_on"] == date(2024, 6, 25)
    assert first["issued_within_limit"] is second["issued_within_limit"] is True
    assert first["refused_within_limit"] is None


def test_a_plan_one_day_over_is_late(facts):
    """C03 was issued on day 141."""
    third = pq.read_table(facts / "assessments.parquet").slice(2, 1).to_pylist()[0]
    assert third["days_from_request"] == 141
    assert third["issued_within_limit"] is False
