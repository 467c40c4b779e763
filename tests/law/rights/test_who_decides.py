"""Who decides, who is told, and who may appeal, by day."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.rules.law import Confirmed, NotInForce
from goldenthread.rules.rights import (
    CapacityFinding,
    Holder,
    Matter,
    Person,
    who_decides,
    who_is_told,
    who_may_appeal,
)

BORN = date(2010, 8, 31)
LAST_DAY_AT_SCHOOL_AGE, FIRST_DAY_AFTER = date(2026, 6, 26), date(2026, 6, 27)


def _found(matter: Matter, *, has_capacity: bool, on: date = date(2026, 7, 1)) -> CapacityFinding:
    return CapacityFinding(matter, has_capacity, on, "Dr A Example", "assessment in the case file")


CANNOT_APPEAL = _found(Matter.APPEAL, has_capacity=False)
AUTUMN = date(2026, 10, 1)


def test_t89_the_parent_decides_to_the_end_of_the_last_friday_in_june_and_the_young_person_after() -> None:
    person = Person(BORN)
    assert who_decides(person, Matter.ASK_FOR_ASSESSMENT, LAST_DAY_AT_SCHOOL_AGE).holder is Holder.PARENT
    after = who_decides(person, Matter.ASK_FOR_ASSESSMENT, FIRST_DAY_AFTER)
    assert after.holder is Holder.YOUNG_PERSON
    assert after.because == (
        "Compulsory school age ended on Friday 26 June 2026, so the young person decides."
    )


def test_an_appeal_belongs_to_whoever_decides_that_day() -> None:
    assert who_may_appeal(Person(BORN), LAST_DAY_AT_SCHOOL_AGE).holder is Holder.PARENT
    appeal = who_may_appeal(Person(BORN), FIRST_DAY_AFTER)
    assert appeal.holder is Holder.YOUNG_PERSON
    assert appeal.because.endswith("so the young person may appeal.")


def test_capacity_is_presumed_and_found_matter_by_matter() -> None:
    person = Person(BORN, findings=(CANNOT_APPEAL,))
    assert who_decides(person, Matter.REVIEW, AUTUMN).holder is Holder.YOUNG_PERSON
    assert who_decides(person, Matter.APPEAL, AUTUMN).holder is Holder.PARENT


def test_a_finding_counts_from_its_day_until_a_later_one() -> None:
    regained = _found(Matter.APPEAL, has_capacity=True, on=date(2026, 9, 1))
    person = Person(BORN, findings=(regained, CANNOT_APPEAL))
    assert who_decides(person, Matter.APPEAL, date(2026, 6, 30)).holder is Holder.YOUNG_PERSON
    assert who_decides(person, Matter.APPEAL, date(2026, 8, 31)).holder is Holder.PARENT
    assert who_decides(person, Matter.APPEAL, date(2026, 9, 1)).holder is Holder.YOUNG_PERSON


def test_a_deputy_or_attorney_comes_before_the_parent() -> None:
    person = Person(BORN, findings=(CANNOT_APPEAL,), has_representative=True)
    right = who_decides(person, Matter.APPEAL, AUTUMN)
    assert right.holder is Holder.REPRESENTATIVE
    assert "Dr A Example" in right.because


def test_a_parent_who_lacks_capacity_is_represented_or_nobody_is_named() -> None:
    both = Person(BORN, findings=(CANNOT_APPEAL,), parent_findings=(CANNOT_APPEAL,))
    assert who_decides(both, Matter.APPEAL, AUTUMN).holder is Holder.NOBODY
    represented = Person(
        BORN, findings=(CANNOT_APPEAL,), parent_findings=(CANNOT_APPEAL,), parent_has_representative=True
    )
    assert who_decides(represented, Matter.APPEAL, AUTUMN).holder is Holder.PARENTS_REPRESENTATIVE


def test_a_parent_of_a_child_who_lacks_capacity_is_treated_alike() -> None:
    cannot = _found(Matter.REVIEW, has_capacity=False, on=date(2020, 1, 1))
    child = Person(date(2016, 1, 1), parent_findings=(cannot,))
    assert who_decides(child, Matter.REVIEW, AUTUMN).holder is Holder.NOBODY
    assert who_decides(child, Matter.APPEAL, AUTUMN).holder is Holder.PARENT


def test_a_finding_about_a_child_leaves_the_parent_deciding() -> None:
    child = Person(date(2016, 1, 1), findings=(CANNOT_APPEAL,), has_representative=True)
    assert who_decides(child, Matter.APPEAL, AUTUMN).holder is Holder.PARENT


def test_notices_go_to_whoever_decides_and_always_to_a_young_person() -> None:
    def told(person: Person, on: date) -> list[Holder]:
        return [right.holder for right in who_is_told(person, Matter.APPEAL, on)]

    assert told(Person(BORN), LAST_DAY_AT_SCHOOL_AGE) == [Holder.PARENT]
    assert told(Person(BORN), FIRST_DAY_AFTER) == [Holder.YOUNG_PERSON]
    cannot = Person(BORN, findings=(CANNOT_APPEAL,))
    assert told(cannot, AUTUMN) == [Holder.PARENT, Holder.YOUNG_PERSON]
    nobody = Person(BORN, findings=(CANNOT_APPEAL,), parent_findings=(CANNOT_APPEAL,))
    assert told(nobody, AUTUMN) == [Holder.YOUNG_PERSON]


def test_at_25_the_rights_of_a_kept_plan_are_read_as_still_theirs_and_marked_a_reading() -> None:
    person = Person(date(2001, 11, 5))
    assert who_decides(person, Matter.REVIEW, date(2026, 11, 4)).source.provision == "section 83"
    right = who_decides(person, Matter.REVIEW, date(2026, 11, 5))
    assert right.holder is Holder.YOUNG_PERSON
    assert right.source.confirmed is Confirmed.INTERPRETATION


def test_nothing_is_said_of_a_day_before_the_act() -> None:
    with pytest.raises(NotInForce):
        who_decides(Person(date(2000, 1, 1)), Matter.APPEAL, date(2014, 8, 31))


def test_a_finding_names_its_assessor_and_evidence() -> None:
    with pytest.raises(ValueError, match="assessor"):
        CapacityFinding(Matter.APPEAL, False, AUTUMN, " ", "file")
