"""What is known around a child. Callers have asked first whether this scope reaches the child's record."""

from goldenthread.accounts.models import User
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.people.family.acting import THEMSELVES, Actor, Circle, may_be_told
from goldenthread.people.models import (
    Adult,
    Capacity,
    Contact,
    CourtOrder,
    Involvement,
    Person,
    Recorded,
    Relationship,
    Shielding,
)
from goldenthread.people.permissions import kept_from

NO_SUCH_PERSON = "There is no such record, or it is not yours to see."
KINDS: dict[str, type[Recorded]] = {
    "relationship": Relationship,
    "order": CourtOrder,
    "capacity": Capacity,
    "involvement": Involvement,
    "shielding": Shielding,
}
"""The kinds of row that are recorded about the people around a child, by their name in an address."""


def circle_of(scope: Scope, person: Person) -> Circle:
    """Relationships, court orders and findings about capacity that stand: three queries."""
    _check(scope, person)
    return Circle(
        person,
        list(Relationship.standing().filter(person=person).select_related("adult")),
        list(CourtOrder.standing().filter(person=person).select_related("adult")),
        list(Capacity.standing().filter(person=person)),
    )


def involvements_of(scope: Scope, person: Person) -> list[Involvement]:
    """The settings and organisations that reach the record, past ones too."""
    _check(scope, person)
    found = Involvement.standing().filter(person=person)
    return list(found.select_related("setting", "organisation"))


def contacts_of(scope: Scope, person: Person) -> dict[int, Contact]:
    """The contact details in force of each adult around the child. Show them through `people.shielding`."""
    _check(scope, person)
    adults = Relationship.standing().filter(person=person).order_by().values("adult")
    return {one.adult_id: one for one in Contact.standing().filter(adult__in=adults)}


def shieldings_of(scope: Scope, person: Person) -> list[Shielding]:
    """Whose address and contact is withheld on this record."""
    _check(scope, person)
    return list(Shielding.standing().filter(person=person).select_related("adult"))


def adults_around(scope: Scope, person: Person) -> list[Adult]:
    """Every adult with a relationship to the child that stands, also one that has ended."""
    _check(scope, person)
    adults = Relationship.standing().filter(person=person).order_by().values("adult")
    return list(Adult.objects.filter(pk__in=adults).order_by("name", "pk"))


def row_about(scope: Scope, person: Person, kind: str, row_id: int) -> Recorded:
    """One row about this child that stands. Raises `NotFound`."""
    _check(scope, person)
    model = KINDS.get(kind)
    found: Recorded | None = model.standing().filter(person=person, pk=row_id).first() if model else None
    if found is None:
        raise NotFound("There is no such line on this record.")
    return found


def own_records(scope: Scope) -> list[Person]:
    """The children for whom whoever is signed in may see the record today, and their own; by name."""
    if scope.actor_id is None:
        return []
    user = User.objects.filter(pk=scope.actor_id).first()
    adult = Adult.objects.filter(user=scope.actor_id, died_on__isnull=True).first()
    found = list(Person.objects.filter(user=user)) if user else []
    if adult is not None:
        held = Relationship.in_force(clock.today()).filter(adult=adult).order_by().values("person")
        found += list(Person.objects.filter(pk__in=held))
    allowed = [one for one in found if _may_see(one, adult)]
    return sorted(allowed, key=lambda one: (one.surname, one.forename, one.pk))


def own_record(scope: Scope, person_id: int) -> Person:
    """One of them. Raises `NotFound`: whether the record exists otherwise is not said."""
    for person in own_records(scope):
        if person.pk == person_id:
            return person
    raise NotFound(NO_SUCH_PERSON)


def _may_see(person: Person, adult: Adult | None) -> bool:
    """A sealed record is shown to nobody here: whoever keeps it sealed speaks with the family."""
    if person.is_sealed:
        return False
    circle = circle_of(Scope.system("who of a family may see the record"), person)
    own = person.user_id is not None and (adult is None or adult.user_id != person.user_id)
    of_adult = adult is not None and bool(circle.held_by(adult.pk, clock.today()))
    actor = Actor(adult.pk) if adult is not None and of_adult else THEMSELVES
    return (own or of_adult) and bool(may_be_told(circle, actor, clock.today()))


def _check(scope: Scope, person: Person) -> None:
    """Raises `NotFound` for a record that is kept from this person whatever their reach."""
    if not scope.is_system and kept_from(scope, [person.pk]):
        raise NotFound(NO_SUCH_PERSON)
