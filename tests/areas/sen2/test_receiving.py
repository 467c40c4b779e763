"""What a return leaves behind: facts, findings, what was set aside, and what its sender is told."""

import csv
import json
from datetime import date

import pyarrow.parquet as pq
import pytest

from goldenthread.sen2.commands import main
from goldenthread.sen2.folder import OURS
from goldenthread.sen2.people import header_in, people_in
from goldenthread.sen2.reading import raw
from goldenthread.sen2.receiving import receive
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.schemas import TABLES
from made_up_returns import (
    a_header,
    a_person,
    a_request,
    an_active_plan,
    an_assessment,
    as_xml,
    with_active_plan,
    with_named_plan,
    with_request,
)


@pytest.fixture
def put(tmp_path):
    def write(*people, header=None, edit=lambda content: content):
        path = tmp_path / "return.xml"
        path.write_bytes(edit(as_xml(*people, header=header)))
        return path

    return write


def rows(path):
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_return_leaves_a_table_each_and_its_findings(put, tmp_path, capfd):
    source = put(a_person(1), with_active_plan(a_person(2), needs=()))
    assert main([str(source), "-o", str(tmp_path / "facts")]) == 0
    assert names_in(tmp_path / "facts") == sorted([*(f"{t}.parquet" for t in TABLES), "findings.csv"])
    (finding,) = rows(tmp_path / "facts" / "findings.csv")
    assert (finding["record"], finding["rule"]) == ("person 2, request 2", "D-51")
    said = capfd.readouterr().out
    assert "2  people" in said
    assert "1 finding." in said
    assert "D-51 error: The active plan has no need." in said


def test_the_run_is_repeatable(put, tmp_path):
    source = put(a_person(1), a_person(2))
    receive(source, tmp_path / "facts")
    first = {name: (tmp_path / "facts" / name).read_bytes() for name in names_in(tmp_path / "facts")}
    receive(source, tmp_path / "facts")
    assert {name: (tmp_path / "facts" / name).read_bytes() for name in first} == first


def test_a_return_without_people_is_taken_in(put, tmp_path):
    received = receive(put(), tmp_path / "facts")
    assert received.counts["people"] == 0
    assert pq.read_schema(tmp_path / "facts" / "people.parquet").equals(TABLES["people"])


def test_a_namespace_changes_nothing(put, tmp_path):
    plain = receive(put(a_person(1)), tmp_path / "plain")
    spaced = receive(
        put(a_person(1), edit=lambda xml: xml.replace(b"<Message>", b"<Message xmlns='urn:made-up'>")),
        tmp_path / "spaced",
    )
    assert spaced.counts == plain.counts
    assert list(people_in(tmp_path / "spaced")) == list(people_in(tmp_path / "plain"))


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (b"PostCode", b"Postcode"),
        (b"PlanWBP", b"PlanWPB"),
        (b"SENsetting", b"SENSetting"),
        (b"Assessment>", b"Assessments>"),
        (b"SENneed", b"SENNeed"),
        (b"<Res>A</Res>", b"<RES>A</RES>"),
        (b"WBP>", b"WPB>"),
    ],
)
def test_spellings_that_differ_between_sources_mean_the_same(usual, other, put, tmp_path):
    placement = an_active_plan().placements[0]
    person = with_active_plan(
        with_named_plan(a_person(1), work_based="X"),
        placements=(type(placement)(sen_setting="EHE", placement_rank=1, residential="A", work_based="X"),),
    )
    receive(put(person), tmp_path / "usual")
    assert usual in put(person).read_bytes()
    received = receive(put(person, edit=lambda xml: xml.replace(usual, other)), tmp_path / "other")
    assert list(people_in(tmp_path / "other")) == list(people_in(tmp_path / "usual"))
    assert not {rule for rule, _, _ in received.tally.by_rule} & {"D-82", "D-83", "D-70"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_return_may_be_in_any_usual_encoding(encoding, put, tmp_path):
    name = encoding.removesuffix("-sig")

    def encoded(content):
        return content.decode().replace("utf-8", name).encode(encoding)

    receive(put(a_person(1, surname="Zoë-Müller"), edit=encoded), tmp_path / "facts")
    ((_, person),) = people_in(tmp_path / "facts")
    assert person.surname == "Zoë-Müller"


def test_designated_officers_are_found_wherever_they_stand(put, tmp_path):
    officers = b"<LADetails><DMO>Y</DMO><DCO>N</DCO></LADetails>"
    receive(
        put(a_person(1), edit=lambda xml: xml.replace(b"</Persons>", b"</Persons>" + officers)),
        tmp_path / "facts",
    )
    assert (header_in(tmp_path / "facts").dmo, header_in(tmp_path / "facts").dco) == ("Y", "N")


def test_a_person_asked_for_twice_has_both_requests(put, tmp_path):
    refused = a_request(
        received_on=date(2024, 1, 3),
        outcome_on=date(2024, 2, 1),
        outcome="N",
        assessment=None,
        active_plan=None,
    )
    person = a_person(1, requests=(refused, a_request()))
    receive(put(person), tmp_path / "facts")
    assert [read for _, read in people_in(tmp_path / "facts")] == [person]


def test_several_batches_are_one_return(put, tmp_path, monkeypatch):
    monkeypatch.setattr("goldenthread.sen2.reading.xml.PEOPLE_IN_A_BATCH", 3)
    monkeypatch.setattr("goldenthread.sen2.reading.xml.CHUNK", 700)
    people = [a_person(number) for number in range(1, 11)]
    told = []
    receive(put(*people), tmp_path / "facts", progress=told.append)
    assert [person for _, person in people_in(tmp_path / "facts")] == people
    assert told[-1] == 10
    assert len(told) > 2


def test_what_cannot_be_understood_is_set_aside_by_choice(put, tmp_path, capfd):
    good, wrong = a_person(1), with_request(a_person(2), received_on=date(2030, 1, 1))
    source = put(good, wrong)
    assert main([str(source), "-o", str(tmp_path / "facts"), "--set-aside"]) == 0
    assert [person for _, person in people_in(tmp_path / "facts")] == [good]
    (line,) = (tmp_path / "facts" / "set_aside.jsonl").read_text(encoding="utf-8").splitlines()
    aside = json.loads(line)
    assert aside["record"] == "person 2"
    assert "2030-01-01" in aside["because"][0]
    assert aside["requests"][0]["received_on"] == "2030-01-01"
    totals = {row["table"]: row for row in rows(tmp_path / "facts" / "set_aside_totals.csv")}
    assert (totals["people"]["read"], totals["people"]["kept"], totals["people"]["set_aside"]) == (
        "2",
        "1",
        "1",
    )
    assert totals["placements"]["set_aside"] == "1"
    assert "Set aside, because they cannot be understood: 1 people" in capfd.readouterr().out


def test_all_who_share_an_identifier_are_set_aside_together(put, tmp_path, monkeypatch):
    """Which of them it belongs to is not known, so neither is kept, though they came in different batches."""
    monkeypatch.setattr("goldenthread.sen2.reading.xml.PEOPLE_IN_A_BATCH", 1)
    monkeypatch.setattr("goldenthread.sen2.reading.xml.CHUNK", 700)
    twins = [a_person(1), a_person(2, upn=a_person(1).upn.lower())]
    received = receive(put(*twins, a_person(3)), tmp_path / "facts", set_aside=True)
    assert [person for _, person in people_in(tmp_path / "facts")] == [a_person(3)]
    assert received.set_aside["people"] == 2
    assert received.counts["people"] == received.counts["needs"] == 1
    lines = (tmp_path / "facts" / "set_aside.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["record"] for line in lines] == ["person 1", "person 2"]


def test_every_row_read_is_either_kept_or_set_aside(put, tmp_path):
    people = [a_person(n, upn=f"Z{n % 4:012}", birth_date=date(2010 + n, 1, 1)) for n in range(1, 20)]
    receive(put(*people), tmp_path / "facts", set_aside=True)
    for row in rows(tmp_path / "facts" / "set_aside_totals.csv"):
        assert int(row["read"]) == int(row["kept"]) + int(row["set_aside"])
        assert int(row["kept"]) == pq.read_metadata(tmp_path / "facts" / f"{row['table']}.parquet").num_rows


def test_findings_can_be_had_of_a_return_that_is_refused(put, tmp_path, capfd):
    source = put(*(with_request(a_person(n), outcome="Q") for n in range(1, 9)))
    listed = tmp_path / "listed.csv"
    assert main([str(source), "-o", str(tmp_path / "facts"), "--findings", str(listed)]) == 1
    assert len(rows(listed)) == 8
    said = capfd.readouterr().err
    assert "8 people in the return cannot be understood" in said
    assert said.count("(D-10)") == 5
    assert "--set-aside" in said


@pytest.mark.parametrize("set_aside", [True, False])
def test_reading_gives_up_when_hardly_anything_can_be_understood(set_aside, put, tmp_path, monkeypatch):
    monkeypatch.setattr("goldenthread.sen2.receiving.MOST_STOPPED", 5)
    monkeypatch.setattr("goldenthread.sen2.reading.xml.PEOPLE_IN_A_BATCH", 2)
    monkeypatch.setattr("goldenthread.sen2.reading.xml.CHUNK", 700)
    told = []
    with pytest.raises(Refused, match="More than 5 people"):
        receive(
            put(*(with_request(a_person(n), outcome="Q") for n in range(1, 40))),
            tmp_path / "facts",
            set_aside=set_aside,
            progress=told.append,
        )
    assert told[-1] < 39
    assert not (tmp_path / "facts").exists()


def test_a_text_from_the_file_is_never_a_formula(put, tmp_path):
    receive(put(a_person(1, ethnicity="=HYPERLINK(1)")), tmp_path / "facts")
    (finding,) = rows(tmp_path / "facts" / "findings.csv")
    assert finding["found"] == "'=HYPERLINK(1)"


def test_nothing_but_facts_is_left_beside(put, tmp_path):
    receive(put(a_person(1)), tmp_path / "facts")
    receive(put(a_person(1), a_person(2)), tmp_path / "facts")
    assert names_in(tmp_path) == ["facts", "return.xml"]
    assert set(names_in(tmp_path / "facts")) <= OURS


def test_columns_that_a_file_states_are_those_of_the_records():
    for table, columns in raw.COLUMNS.items():
        assert set(columns) <= set(TABLES[table].names)


def test_a_review_is_judged_by_the_decision_that_followed_it(put, tmp_path):
    def decided(number, day):
        return with_active_plan(
            a_person(number),
            review_meeting_on=date(2024, 11, 4),
            review_outcome="M",
            last_review_on=day,
        )

    days = (date(2024, 12, 2), date(2024, 12, 3), date(2023, 11, 1), None)
    receive(put(*(decided(n, day) for n, day in enumerate(days, 1))), tmp_path / "facts")
    plans = pq.read_table(tmp_path / "facts" / "active_plans.parquet").to_pylist()
    assert [plan["review_decision_due_on"] for plan in plans] == [date(2024, 12, 2)] * 4
    assert [plan["review_decision_within_limit"] for plan in plans] == [True, False, None, None]


def test_before_the_law_began_nothing_was_due(put, tmp_path):
    historical = a_request(received_on=date(2012, 5, 1), outcome="H", assessment=an_assessment(outcome="H"))
    receive(put(a_person(1, requests=(historical,))), tmp_path / "facts")
    (request,) = pq.read_table(tmp_path / "facts" / "requests.parquet").to_pylist()
    (assessment,) = pq.read_table(tmp_path / "facts" / "assessments.parquet").to_pylist()
    assert request["decision_due_on"] is assessment["plan_due_on"] is None
    assert request["outcome_within_limit"] is assessment["issued_within_limit"] is None


def test_the_header_of_another_year_is_read_by_that_year(put, tmp_path):
    received = receive(put(header=a_header(2024)), tmp_path / "facts")
    assert (received.header.year, received.header.census_day) == (2024, date(2024, 1, 18))
