"""Agreeing identifiers make a match; anything less is asked of a person."""

from datetime import date

import pytest

from goldenthread.people.matching import Claim, KnownPeople

BORN = date(2015, 3, 4)
UPN, OTHER_UPN = ("UPN", "A123456789012"), ("UPN", "B123456789012")
ULN = ("ULN", "1234567890")


def claim(*numbers, surname="Osei", forename="Amara", born=BORN):
    return Claim(surname, forename, born, numbers)


def known(*claims):
    people = KnownPeople()
    for number, one in enumerate(claims, start=1):
        people.add(number, one)
    return people


def test_a_number_that_agrees_is_a_match_whatever_the_name():
    verdict = known(claim(UPN)).judge(claim(UPN, surname="Osei-Mensah"))
    assert verdict.person_id == 1
    assert not verdict.doubts


def test_a_second_number_of_another_kind_does_not_object():
    assert known(claim(UPN)).judge(claim(UPN, ULN)).person_id == 1


@pytest.mark.parametrize(
    ("incoming", "why"),
    [
        (claim(ULN, OTHER_UPN), "One number agrees, but the UPN differs."),
        (claim(UPN, born=date(2015, 4, 3)), "A number agrees, but the date of birth differs."),
        (claim(UPN, born=None), "A number agrees, but a date of birth is missing."),
    ],
)
def test_a_number_that_agrees_is_not_enough_where_something_else_disagrees(incoming, why):
    verdict = known(claim(UPN, ULN)).judge(incoming)
    assert verdict.person_id is None
    assert [(doubt.person_id, doubt.why) for doubt in verdict.doubts] == [(1, why)]


def test_numbers_of_two_records_are_asked_about_for_both():
    verdict = known(claim(UPN), claim(ULN)).judge(claim(UPN, ULN))
    assert verdict.person_id is None
    assert [doubt.person_id for doubt in verdict.doubts] == [1, 2]


def test_likeness_alone_is_a_question_and_never_a_match():
    verdict = known(claim(UPN)).judge(claim(OTHER_UPN, forename="AMARA"))
    assert verdict.person_id is None
    assert [doubt.why for doubt in verdict.doubts] == [
        "The name and date of birth agree, but no number does."
    ]


def test_children_of_one_name_without_a_date_of_birth_are_not_even_asked_about():
    assert not known(claim(born=None)).judge(claim(born=None)).doubts


def test_twins_with_one_name_in_one_return_raise_no_doubt():
    people = KnownPeople()
    people.add(-1, claim(UPN), by_likeness=False)
    assert not people.judge(claim(OTHER_UPN)).doubts
