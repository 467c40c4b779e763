"""Who may act for whom, about what, on which day: worked examples with their reasons."""

from datetime import date

import pytest

from goldenthread.people.family.acting import THEMSELVES, Actor, Circle, may_act_for, may_be_told
from goldenthread.people.models import Capacity, CourtOrder, Forbids, Person, Relationship
from goldenthread.rules.rights import Matter

CHILD, YOUNG = date(2015, 5, 3), date(2007, 5, 3)
"""The second turned 16 in 2023, so that compulsory school age ended on 30 June 2023."""
TODAY = date(2025, 2, 3)
DANA, SAM = Actor(1), Actor(2)


def person(born, **rest):
    return Person(pk=1, forename="Maya", surname="Denholm", birth_date=born, **rest)


def relationship(of=DANA, **rest):
    said = {"kind": "parent", "has_responsibility": True, "evidence": "birth certificate seen"} | rest
    said.setdefault("starts_on", date(2016, 1, 1))
    return Relationship(adult_id=of.adult_id, **said)


def order(*forbids, of=DANA, **rest):
    rest.setdefault("starts_on", date(2024, 6, 3))
    return CourtOrder(
        adult_id=of.adult_id, forbids=list(forbids), evidence="Family Court, 3 June 2024", **rest
    )


def finding(able, matter=Matter.APPEAL):
    said = {"assessed_on": date(2025, 1, 6), "assessed_by": "Dr Wren", "evidence": "the file"}
    return Capacity(matter=matter.name, has_capacity=able, **said)


def ask(circle, actor=DANA, on=TODAY, matter=Matter.APPEAL):
    return may_act_for(circle, actor, on, matter)


def test_a_parent_with_responsibility_acts_for_a_child_and_the_answer_names_the_evidence():
    answer = ask(Circle(person(CHILD), [relationship()]))
    assert answer
    assert answer.source == "birth certificate seen"
    assert "until then the parent decides" in answer.because


def test_a_parent_without_evidence_of_responsibility_does_not():
    answer = ask(Circle(person(CHILD), [relationship(has_responsibility=False, evidence="")]))
    assert not answer
    assert "No evidence of parental responsibility" in answer.because


@pytest.mark.parametrize("kind", ["carer", "foster carer"])
def test_whoever_looks_after_the_child_acts_as_a_parent(kind):
    assert ask(Circle(person(CHILD), [relationship(kind=kind, has_responsibility=False, evidence="")]))


@pytest.mark.parametrize("kind", ["social worker", "advocate"])
def test_those_who_help_do_not_decide(kind):
    assert not ask(Circle(person(CHILD), [relationship(kind=kind, has_responsibility=False, evidence="")]))


def test_a_relationship_counts_from_its_first_day_until_it_ends():
    held = relationship(starts_on=date(2024, 9, 2), ends_on=TODAY)
    circle = Circle(person(CHILD), [held])
    assert not ask(circle, on=date(2024, 9, 1))
    assert ask(circle, on=date(2024, 9, 2))
    assert ask(circle, on=date(2025, 2, 2))
    assert not ask(circle, on=TODAY)


def test_the_rights_pass_to_the_young_person_the_day_after_compulsory_school_age():
    circle = Circle(person(YOUNG), [relationship()])
    assert ask(circle, DANA, on=date(2023, 6, 30))
    assert not ask(circle, THEMSELVES, on=date(2023, 6, 30))
    assert not ask(circle, DANA, on=date(2023, 7, 1))
    assert ask(circle, THEMSELVES, on=date(2023, 7, 1))


def test_capacity_is_asked_decision_by_decision():
    circle = Circle(person(YOUNG), [relationship()], findings=[finding(False)])
    assert not ask(circle, THEMSELVES)
    assert ask(circle, DANA)
    assert ask(circle, THEMSELVES, matter=Matter.REVIEW)
    assert not ask(circle, DANA, matter=Matter.REVIEW)


def test_a_deputy_decides_before_a_parent_where_there_is_one():
    deputy = relationship(SAM, kind="deputy", has_responsibility=False, evidence="order of 2 May 2024")
    circle = Circle(person(YOUNG), [relationship(), deputy], findings=[finding(False)])
    assert ask(circle, SAM).source == "order of 2 May 2024"
    assert not ask(circle, DANA)


def test_a_court_order_forbids_one_adult_from_its_day_until_it_ends():
    restricted = order(Forbids.DECIDING, ends_on=TODAY)
    circle = Circle(person(CHILD), [relationship(), relationship(SAM)], [restricted])
    assert ask(circle, on=date(2024, 6, 2))
    refused = ask(circle, on=date(2025, 2, 2))
    assert not refused
    assert refused.source == "Family Court, 3 June 2024"
    assert ask(circle, SAM, on=date(2025, 2, 2))
    assert ask(circle, on=TODAY)


def test_an_order_against_knowing_hides_the_record_and_one_against_contact_alone_does_not():
    base = Circle(person(CHILD), [relationship()])
    assert may_be_told(base, DANA, TODAY)
    assert not may_be_told(Circle(base.person, base.relationships, [order(Forbids.KNOWING)]), DANA, TODAY)
    assert may_be_told(Circle(base.person, base.relationships, [order(Forbids.CONTACT)]), DANA, TODAY)


def test_a_young_person_may_want_a_parent_to_be_told():
    held = relationship()
    assert not may_be_told(Circle(person(YOUNG), [held]), DANA, TODAY)
    agreed = relationship(young_person_agrees=True)
    assert may_be_told(Circle(person(YOUNG), [agreed]), DANA, TODAY)
    assert not ask(Circle(person(YOUNG), [agreed]), DANA)


def test_nobody_acts_for_someone_who_died():
    circle = Circle(person(CHILD, died_on=date(2025, 1, 30)), [relationship()])
    assert ask(circle, on=date(2025, 1, 29))
    assert not ask(circle)


def test_without_a_date_of_birth_nobody_can_say_whose_the_right_is():
    answer = ask(Circle(person(None), [relationship()]))
    assert not answer
    assert "date of birth is not known" in answer.because
