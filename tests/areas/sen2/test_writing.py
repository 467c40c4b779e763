"""What is written is the year's return, and nothing is dropped without a word."""

import io
from itertools import islice

import pytest

from goldenthread.sen2.writing import write_return
from made_up_returns import a_header, a_person, a_request, as_xml, with_active_plan, with_request


def test_elements_stand_in_the_order_of_the_return():
    xml = as_xml(a_person()).decode()
    order = [
        "<Message>",
        "<Header>",
        "<CollectionDetails>",
        "<Source>",
        "</Header>",
        "<Persons>",
        "<Surname>",
    ]
    order += ["<UPN>", "<Requests>", "<ReceivedDate>", "<RequestSource>", "<Assessment>", "<NamedPlan>"]
    order += [
        "<PlanDetail>",
        "</Assessment>",
        "<ActivePlans>",
        "<PlacementDetail>",
        "<SENneed>",
        "</Message>",
    ]
    places = [xml.index(mark) for mark in order]
    assert places == sorted(places)


def test_the_spelling_follows_the_year():
    person = with_request(a_person(), source=None)
    assert b"<GenderCurrent>F<" in as_xml(person, header=a_header(2023))
    assert b"<Sex>F<" in as_xml(person, header=a_header(2024))


def test_blanks_are_left_out():
    assert b"<UniqueLearnerNumber" not in as_xml(a_person())


def test_a_value_that_the_year_has_no_element_for_is_refused():
    with pytest.raises(ValueError, match="Requests has no element for source in this return year"):
        as_xml(a_person(), header=a_header(2024))
    with pytest.raises(ValueError, match="ActivePlans has no element for residential"):
        as_xml(with_active_plan(a_person(), residential="A"))
    with pytest.raises(ValueError, match="Header has no element for dsco"):
        as_xml(header=a_header(2024, dsco="Y"))


def test_a_character_that_no_xml_may_hold_is_refused():
    with pytest.raises(ValueError, match="control character"):
        as_xml(a_person(surname="Bell\x07"))


def test_a_year_that_is_not_known_is_refused():
    with pytest.raises(KeyError):
        as_xml(header=a_header(2025).__class__(year=2031, census_day=a_header().census_day, area="935"))


def test_people_are_written_as_they_come():
    """Nothing is gathered: an endless stream would be written without end."""
    file, written = io.BytesIO(), []

    def people():
        for number in range(1, 50):
            written.append(file.tell())
            yield a_person(number, requests=(a_request(),))

    assert write_return(file, a_header(), islice(people(), 10)) == 10
    assert written == sorted(set(written))
