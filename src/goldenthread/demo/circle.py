"""Who is around some invented children: a family that signs in, a refuge, a sealed record, a school."""

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.actions import add_user, appoint
from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.demo.people import FROM
from goldenthread.organisations.models import Organisation
from goldenthread.people.family import actions as family
from goldenthread.people.models import (
    Adult,
    Contact,
    Involvement,
    Person,
    Relationship,
    RelationshipKind,
    Shielding,
)
from goldenthread.people.sealing.actions import seal_record
from goldenthread.rules.rights import age_on

PARENT, YOUNG_PERSON = "dana.walsham@family.example", "kit.orford@family.example"
HOLDER = "amira.khalid@council.example"
SCHOOL = "Alder Vale Primary School"


@transaction.atomic
def add_circle(by: Scope) -> None:
    """Adds them to four of the cases that one persona holds. Done once; done again it changes nothing."""
    if circle_is_there():
        return
    held = Case.objects.filter(coordinator__email=HOLDER).select_related("person").order_by("pk")
    children = [case.person for case in held if _is_child(case.person)][:3]
    young = next(case.person for case in held if not _is_child(case.person))
    _family(children[0], by)
    _refuge(children[1], by)
    reason = next(iter(settings.SEALING_REASONS))
    seal_record(children[2], reason=reason, opens_to=[], because="For the demonstration", by=by)
    user = _sign_in(YOUNG_PERSON, str(young), Role.YOUNG_PERSON, by)
    family.give_sign_in(user, person=young, by=by)
    school = Organisation.objects.get(name=SCHOOL)
    for child in children:
        row = Involvement(person=child, organisation=school, what="placed", starts_on=FROM)
        family.keep(row, person=child, by=by)


def circle_is_there() -> bool:
    return User.objects.filter(email__in=[PARENT, YOUNG_PERSON]).count() == 2


def _is_child(person: Person) -> bool:
    return person.birth_date is not None and age_on(person.birth_date, settings.DEMONSTRATION_DAY) < 16


def _family(child: Person, by: Scope) -> None:
    """A parent with a sign-in, whose address is known."""
    dana = _parent(child, f"Dana {child.surname}", by)
    contact = Contact(adult=dana, address="4 Staithe Row", postcode="ZZ99 1AA", phone="01632 960001")
    family.keep(contact, person=child, by=by)
    user = _sign_in(PARENT, dana.name, Role.PARENT, by)
    family.give_sign_in(user, person=child, adult=dana, by=by)


def _refuge(child: Person, by: Scope) -> None:
    """Two parents on one record; where one of them lives is withheld."""
    _parent(child, f"Martin {child.surname}", by)
    robin = _parent(child, f"Robin {child.surname}", by)
    contact = Contact(adult=robin, address="A house in another county", postcode="ZZ99 9QQ")
    family.keep(contact, person=child, by=by)
    family.keep(Shielding(person=child, adult=robin), person=child, because="She is in a refuge", by=by)


def _parent(child: Person, name: str, by: Scope) -> Adult:
    adult = family.add_adult(name, person=child, by=by)
    evidence = "birth certificate seen"
    row = Relationship(person=child, adult=adult, kind=RelationshipKind.PARENT, evidence=evidence)
    row.has_responsibility, row.starts_on = True, FROM
    family.keep(row, person=child, by=by)
    return adult


def _sign_in(email: str, name: str, role: Role, by: Scope) -> User:
    user = add_user(email, name=name, is_example=True, by=by)
    appoint(user, role=role, starts_on=FROM, by=by)
    return user
