"""Who decides, who is told and who may appeal, for this person, about this matter, on this day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.rights.ages import age_on, compulsory_school_age_ends, young_person_from
from goldenthread.rules.rights.capacity import CapacityFinding, Matter, lacks_capacity
from goldenthread.rules.sources import act
from goldenthread.rules.timetable.age import YOUNG_PERSON_UNTIL
from goldenthread.rules.wording import in_words


class Holder(Enum):
    """Who holds a right."""

    PARENT = "the parent"
    PARENTS_REPRESENTATIVE = "the parent's deputy or attorney"
    YOUNG_PERSON = "the young person"
    REPRESENTATIVE = "the young person's deputy or attorney"
    NOBODY = "nobody whom the Regulations name"


@dataclass(frozen=True, slots=True)
class Person:
    """What rights depend on.

    `findings` are about the child or young person, `parent_findings` about the parent who would act (where
    another parent can act, leave them out). The flags: is there a deputy or attorney who may decide this?
    """

    born_on: date
    findings: tuple[CapacityFinding, ...] = ()
    has_representative: bool = False
    parent_findings: tuple[CapacityFinding, ...] = ()
    parent_has_representative: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """Who holds a right on a day, why in a sentence, and where that is written."""

    holder: Holder
    because: str
    source: Source


_LACKING_CAPACITY = act("80", Confirmed.SECONDARY)
"""With regulations 63 to 65 and Schedule 3, which were read about and not read."""


def who_decides(person: Person, matter: Matter, on: date) -> Right:
    """Who decides this matter on the day `on` (sections 36, 38, 44 and 51; section 80, regulations 63 to 65).

    Raises `NotInForce` before the Act and ValueError before the birth.
    """
    until = YOUNG_PERSON_UNTIL.on(on)
    age = age_on(person.born_on, on)
    ends = compulsory_school_age_ends(person.born_on)
    if on < young_person_from(person.born_on).day:
        because = f"Compulsory school age ends on {in_words(ends.day)}, so until then the parent decides."
        return _parent(person, matter, on, because, until.source)
    finding = lacks_capacity(person.findings, matter, on)
    if finding is not None:
        return _alternative(person, matter, on, finding)
    because = f"Compulsory school age ended on {in_words(ends.day)}, so the young person decides."
    source = until.source
    if age >= until.value:
        because = (
            f"The person is {age}, and the Act calls someone under {until.value} a young person. While a "
            "plan is kept to the end of the academic year, we read the rights as still theirs."
        )
        source = act("46", Confirmed.INTERPRETATION)
    return Right(Holder.YOUNG_PERSON, because, source)


def who_may_appeal(person: Person, on: date) -> Right:
    """Who may appeal to the tribunal on the day `on`."""
    right = who_decides(person, Matter.APPEAL, on)
    return Right(right.holder, right.because.replace("decides", "may appeal"), right.source)


def who_is_told(person: Person, matter: Matter, on: date) -> tuple[Right, ...]:
    """Who gets notices about this matter on the day `on`: whoever decides, and a young person in any case.

    Parents of a young person who decides are told only if the young person wants that.
    """
    decides = who_decides(person, matter, on)
    if decides.holder is Holder.YOUNG_PERSON or on < young_person_from(person.born_on).day:
        return (decides,)
    also_told = Right(
        Holder.YOUNG_PERSON,
        "A young person is told too, and takes part as far as possible, when someone else decides for them.",
        act("19", Confirmed.UNCONFIRMED),
    )
    return (also_told,) if decides.holder is Holder.NOBODY else (decides, also_told)


def _parent(person: Person, matter: Matter, on: date, because: str, source: Source) -> Right:
    if lacks_capacity(person.parent_findings, matter, on) is None:
        return Right(Holder.PARENT, because, source)
    if person.parent_has_representative:
        return Right(
            Holder.PARENTS_REPRESENTATIVE,
            "The parent lacks capacity for this decision, so the parent's deputy or attorney decides.",
            _LACKING_CAPACITY,
        )
    return _nobody()


def _alternative(person: Person, matter: Matter, on: date, finding: CapacityFinding) -> Right:
    day = in_words(finding.assessed_on)
    found = f"On {day} {finding.assessed_by} found that the young person lacks capacity"
    if person.has_representative:
        return Right(
            Holder.REPRESENTATIVE,
            f"{found} for {matter.value}, so their deputy or attorney decides.",
            _LACKING_CAPACITY,
        )
    because = f"{found} for {matter.value}. There is no deputy or attorney, so the parent decides."
    return _parent(person, matter, on, because, _LACKING_CAPACITY)


def _nobody() -> Right:
    return Right(
        Holder.NOBODY,
        "The parent lacks capacity for this decision and has no deputy or attorney. The Regulations name "
        "nobody else who decides: take legal advice before anything is decided or sent.",
        _LACKING_CAPACITY,
    )
