"""May this person act for this child, about this matter, on this day? With the reason and its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.people.models import (
    Capacity,
    CourtOrder,
    Forbids,
    Person,
    Relationship,
    RelationshipKind,
)
from goldenthread.rules.law import NotInForce
from goldenthread.rules.rights import CapacityFinding, Holder, Matter, Right, lacks_capacity, who_decides
from goldenthread.rules.rights import Person as RightsOf
from goldenthread.ui.words import day

CARES = frozenset({RelationshipKind.PARENT, RelationshipKind.CARER, RelationshipKind.FOSTER_CARER})
"""Who can be a parent for the Act: someone with parental responsibility, or who has care of the child."""


@dataclass(frozen=True, slots=True)
class Circle:
    """What is known around one child: all that an answer rests on."""

    person: Person
    relationships: Sequence[Relationship] = ()
    orders: Sequence[CourtOrder] = ()
    findings: Sequence[Capacity] = ()

    def held_by(self, adult_id: int, on: date) -> list[Relationship]:
        return [one for one in self.relationships if one.adult_id == adult_id and one.holds_on(on)]

    def forbidden(self, adult_id: int, what: Forbids, on: date) -> CourtOrder | None:
        """The order that forbids this adult this thing on the day."""
        about = (one for one in self.orders if one.adult_id == adult_id and one.holds_on(on))
        return next((one for one in about if what.value in one.forbids), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, why in a sentence, and what it rests on: a provision, or evidence kept here."""

    yes: bool
    because: str
    source: str

    def __bool__(self) -> bool:
        return self.yes


@dataclass(frozen=True, slots=True)
class Actor:
    """Who would act: the child or young person themselves, or an adult by number."""

    adult_id: int | None = None

    @property
    def is_the_person(self) -> bool:
        return self.adult_id is None


THEMSELVES = Actor()


def may_act_for(circle: Circle, actor: Actor, on: date, matter: Matter) -> Answer:
    """Whether `actor` decides this matter for the child on the day `on`."""
    if circle.person.died_on is not None and circle.person.died_on <= on:
        return Answer(False, "The death of the child or young person is recorded.", "this record")
    right = holder_of(circle, on, matter)
    if right is None:
        return Answer(False, "The date of birth is not known, so nobody can say whose the right is.", "")
    written = str(right.source)
    if actor.is_the_person:
        return Answer(right.holder is Holder.YOUNG_PERSON, right.because, written)
    assert actor.adult_id is not None  # only the person themselves has no number
    restricted = circle.forbidden(actor.adult_id, Forbids.DECIDING, on)
    if restricted is not None:
        return Answer(
            False, f"A court order forbids it from {day(restricted.starts_on)}.", restricted.evidence
        )
    return _adult(circle, actor.adult_id, on, right, written)


def may_be_told(circle: Circle, actor: Actor, on: date) -> Answer:
    """Whether `actor` may see the record: who decides about disclosure, and whom the young person wants."""
    if actor.adult_id is not None:
        restricted = circle.forbidden(actor.adult_id, Forbids.KNOWING, on)
        if restricted is not None:
            because = f"A court order forbids it from {day(restricted.starts_on)}."
            return Answer(False, because, restricted.evidence)
        held = circle.held_by(actor.adult_id, on)
        if any(one.young_person_agrees for one in held):
            return Answer(True, "The young person wants them to be told.", "this record")
    return may_act_for(circle, actor, on, Matter.DISCLOSURE)


def holder_of(circle: Circle, on: date, matter: Matter) -> Right | None:
    """Who holds the right by `rules`; None where the date of birth is not known."""
    born = circle.person.birth_date
    if born is None or born > on:
        return None
    findings = tuple(
        CapacityFinding(Matter[one.matter], one.has_capacity, one.assessed_on, one.assessed_by, one.evidence)
        for one in circle.findings
    )
    deputies = [one for one in circle.relationships if one.kind == RelationshipKind.DEPUTY]
    has_deputy = any(one.holds_on(on) for one in deputies)
    try:
        return who_decides(RightsOf(born, findings, has_deputy), matter, on)
    except NotInForce:
        return None


def capacity_words(circle: Circle, matter: Matter, on: date) -> str:
    """What was found about this matter, or that capacity is presumed."""
    findings = [
        CapacityFinding(Matter[one.matter], one.has_capacity, one.assessed_on, one.assessed_by, one.evidence)
        for one in circle.findings
    ]
    lacking = lacks_capacity(findings, matter, on)
    if lacking is None:
        return "Capacity is presumed."
    return f"Found on {day(lacking.assessed_on)} by {lacking.assessed_by}: not able to decide this."


def _adult(circle: Circle, adult_id: int, on: date, right: Right, written: str) -> Answer:
    held = circle.held_by(adult_id, on)
    if right.holder is Holder.REPRESENTATIVE:
        deputy = next((one for one in held if one.kind == RelationshipKind.DEPUTY), None)
        return Answer(deputy is not None, right.because, deputy.evidence if deputy else written)
    if right.holder is not Holder.PARENT:
        return Answer(False, right.because, written)
    responsible = next((one for one in held if one.has_responsibility), None)
    if responsible is not None:
        because = f"They have parental responsibility. {right.because}"
        return Answer(True, because, responsible.evidence)
    if any(one.kind in CARES - {RelationshipKind.PARENT} for one in held):
        return Answer(True, f"They look after the child. {right.because}", written)
    if held:
        because = "No evidence of parental responsibility is kept here."
        return Answer(False, because, "this record")
    return Answer(False, "Nothing here says that they act for the child.", "this record")
