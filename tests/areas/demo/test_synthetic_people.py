"""Are the made-up people believable, and plainly nobody? One small area and Suffolk, as written to the
file."""

import csv
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from goldenthread.demo.synthesis.people.identifiers import LETTERS, check_letter
from goldenthread.demo.synthesis.writing import Written, write_area
from goldenthread.rules.calendars import is_working_day
from goldenthread.sen2.people import people_in
from goldenthread.sen2.receiving import receive
from goldenthread.sen2.records import Person, Request

CENSUS = date(2025, 1, 16)
YEAR_STARTS, YEAR_ENDS = date(2024, 1, 1), date(2024, 12, 31)
SMALL = "857"


@pytest.fixture(scope="module")
def suffolk(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_area("935", seed=7, file=tmp_path_factory.mktemp("suffolk") / "suffolk.xml")


@pytest.fixture(scope="module")
def people(suffolk: Written) -> list[Person]:
    """Everyone in Suffolk's file, read back."""
    folder = suffolk.file.parent / "facts"
    receive(suffolk.file, folder)
    return [person for _, person in people_in(folder)]


@pytest.fixture(scope="module")
def requests(people: list[Person]) -> list[Request]:
    return list(chain.from_iterable(person.requests for person in people))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def age_on(day: date, born: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def written_bytes(written: Written) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in (written.file, written.settings, written.attributes))


def test_the_same_seed_makes_the_same_bytes_and_another_seed_other_people(tmp_path: Path) -> None:
    first, again, other = (
        written_bytes(write_area(SMALL, seed, tmp_path / f"{name}.xml"))
        for name, seed in (("first", 7), ("again", 7), ("other", 8))
    )
    assert first == again
    assert all(one != another for one, another in zip(first, other, strict=True))


def test_pupil_numbers_have_the_right_letter_and_come_from_no_real_school(people: list[Person]) -> None:
    numbers = [person.upn for person in people if person.upn]
    assert len(numbers) == len(set(numbers)) > 10_000
    for number in numbers:
        assert number[0] == check_letter(number[1:])
        assert number[4:6] == "99"
        assert set(number[1:]) <= set("0123456789")


def test_the_check_letter_is_the_published_one() -> None:
    assert check_letter("801200005001") == "B"
    assert check_letter("93512342401A") == "D"
    assert len(LETTERS) == 23


def test_learner_numbers_are_valid_and_each_is_given_once(people: list[Person]) -> None:
    numbers = [person.uln for person in people if person.uln]
    assert len(numbers) == len(set(numbers)) > 3_000
    for number in numbers:
        total = sum(int(d) * weight for d, weight in zip(number, range(10, 0, -1), strict=True))
        assert total % 11 == 10
        assert number.startswith("99")


def test_whoever_has_no_number_has_a_reason_that_fits(people: list[Person]) -> None:
    without = [person for person in people if not person.upn and not person.uln]
    assert all(person.upn_unknown for person in without)
    assert not any(person.upn_unknown for person in people if person.upn or person.uln)
    for person in without:
        assert person.birth_date
        assert person.upn_unknown != "UN1" or age_on(CENSUS, person.birth_date) < 6


def test_everybody_lives_where_no_postcode_is(people: list[Person], tmp_path: Path) -> None:
    assert all(person.postcode and person.postcode.startswith("IP99 ") for person in people)
    elsewhere = write_area(SMALL, 7, tmp_path / "small.xml").file.read_text(encoding="utf-8")
    assert "<PostCode>ZY99 " in elsewhere
    assert "IP99" not in elsewhere


def test_nothing_happened_after_census_day_and_decisions_fall_on_working_days(
    requests: list[Request],
) -> None:
    for request in requests:
        assert request.received_on
        assert request.received_on <= YEAR_ENDS
        decided = [request.outcome_on]
        if request.assessment:
            decided.append(request.assessment.outcome_on)
            if request.assessment.named_plan:
                decided.append(request.assessment.named_plan.ceased_on)
        for day in filter(None, decided):
            assert request.received_on < day <= CENSUS
            assert is_working_day(day) or (request.assessment and request.assessment.outcome == "H")


def test_a_plan_starts_after_its_request_and_a_review_after_the_plan(requests: list[Request]) -> None:
    for request in requests:
        plan = request.assessment.named_plan if request.assessment else None
        if plan is None:
            continue
        assert plan.started_on
        assert request.received_on
        assert request.received_on < plan.started_on <= CENSUS
        assert plan.ceased_on is None or plan.started_on < plan.ceased_on
        active = request.active_plan
        if active and active.review_meeting_on:
            assert plan.started_on < active.review_meeting_on <= CENSUS
            assert active.last_review_on is None or active.review_meeting_on < active.last_review_on <= CENSUS


def test_people_are_as_old_as_where_they_go(people: list[Person]) -> None:
    ages = {"NEET": (16, 25), "EYP": (1, 6), "EHE": (3, 24)}
    for person in people:
        assert person.birth_date
        for request in person.requests:
            for placement in request.active_plan.placements if request.active_plan else ():
                assert placement.entered_on
                assert placement.entered_on > person.birth_date
                low, high = ages.get(placement.sen_setting or "", (1, 26 if placement.left_on else 25))
                assert low <= age_on(CENSUS, person.birth_date) <= high


def test_the_life_of_an_area_is_there(people: list[Person], requests: list[Request]) -> None:
    born = Counter((person.surname, person.birth_date, person.postcode) for person in people)
    assert sum(count > 1 for count in born.values()) > 10, "twins"
    assert any(p.birth_date and (p.birth_date.month, p.birth_date.day) == (2, 29) for p in people)
    assert sum(len(person.requests) == 2 for person in people) > 10, "asked for again after a refusal"
    assert any(r.active_plan and r.active_plan.transferred_from for r in requests), "moved in"
    reversed_refusals = [r for r in requests if r.outcome == "N" and r.assessment]
    assert reversed_refusals
    assert all(r.mediation or r.tribunal for r in reversed_refusals)
    assert len({person.ethnicity for person in people}) > 15


def test_the_open_cases_are_late_and_not_yet_due_some_of_each(requests: list[Request]) -> None:
    """Suffolk had 2,027 open in October 2024, 403 of them asked for before the year."""
    being_assessed = [
        r
        for r in requests
        if r.assessment and r.assessment.outcome in ("A", "Y") and not r.assessment.outcome_on
    ]
    waiting = [(CENSUS - r.received_on).days for r in being_assessed if r.received_on]
    assert 1_500 < len(waiting) < 2_300
    assert 0.3 < sum(days > 140 for days in waiting) / len(waiting) < 0.7
    assert 100 < sum(r.received_on < YEAR_STARTS for r in being_assessed if r.received_on) < 403
    assert sum(r.outcome == "A" for r in requests) == 142


def test_the_settings_beside_the_file_are_the_ones_it_uses(suffolk: Written, people: list[Person]) -> None:
    settings = rows(suffolk.settings)
    assert list(settings[0]) == ["name", "urn", "ukprn", "type_of_establishment", "phase_of_education"]
    assert len({setting["name"] for setting in settings}) == len(settings)
    urns, ukprns = (
        {setting[column] for setting in settings if setting[column]} for column in ("urn", "ukprn")
    )
    assert all(910_000 <= int(urn) <= 999_999 for urn in urns)
    for person in people:
        for request in person.requests:
            for placement in request.active_plan.placements if request.active_plan else ():
                known = placement.urn in urns if placement.urn else placement.ukprn in ukprns
                assert known or placement.sen_setting


def test_what_the_return_lacks_is_beside_it_and_marked_as_an_example(
    suffolk: Written, people: list[Person]
) -> None:
    attributes = rows(suffolk.attributes)
    assert {row["mark"] for row in attributes} == {"example"}
    assert [(row["person_key"], row["upn"]) for row in attributes] == [
        (str(key), person.upn or "") for key, person in enumerate(people, start=1)
    ]
    assert {row["district"] for row in attributes} == {
        "Babergh",
        "East Suffolk",
        "Ipswich",
        "Mid Suffolk",
        "West Suffolk",
    }
    assert {row["icb"] for row in attributes if row["district"] != "East Suffolk"} == {
        "NHS Suffolk and North East Essex Integrated Care Board"
    }
