"""A small partnership with every kind of record in it, and one person in every role."""

import io
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.test import Client

import factories
from areas.documents.files import PDF
from builders import a_case
from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.documents import actions as documents
from goldenthread.documents.actions import About, Brought
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Adult, Person
from signing_in import sign_in_afresh

TODAY = date(2025, 2, 3)
YOUNG = date(2007, 5, 3)
SECRETS = ("9 Quay Yard", "ZZ99 9QQ", "refuge-only@example.org", "07700 900999")
"""What is withheld: planted in the record of the shielded child, and seen by nobody."""
SEALED_NAME = "Quillfeather"


class Subject(StrEnum):
    """What kind of record a page is asked about."""

    OWN = "own"
    OTHER = "other's"
    SEALED = "sealed"
    SHIELDED = "shielded"
    CLOSED = "closed"


@dataclass
class World:
    """One case of each kind, one user of each role, and rows that addresses name."""

    cases: dict[Subject, Case] = field(default_factory=dict)
    users: dict[Role, User] = field(default_factory=dict)
    shielded: Adult | None = None
    addresses: dict[tuple[str, Subject], str] = field(default_factory=dict)
    """Of every page about every kind of record, filled in by the matrix."""

    def client(self, role: Role) -> Client:
        client = Client()
        sign_in_afresh(client, self.users[role])
        return client


def build() -> World:
    """Everyone with a caseload, a team, a school, a child or a trust has the same: all but the other's."""
    world = World()
    team, other_team = factories.team("Northern team"), factories.team("Southern team")
    school = factories.setting("Alder Vale")
    trust = Organisation.objects.create(name="Children’s therapies", kind="nhs trust")
    for role in Role:
        world.users[role] = _user(role, team, school, trust)
    ours = {"coordinator": world.users[Role.COORDINATOR], "team": team}
    theirs = {"coordinator": factories.user(of=other_team), "team": other_team}
    for subject in Subject:
        told = a_case().requested_on("2024-12-02").family_consulted_on("2024-12-02")
        if subject is Subject.CLOSED:
            told = told.decided_not_to_assess_on("2025-01-06")
        holder = theirs if subject is Subject.OTHER else ours
        world.cases[subject] = told.in_the_journal(of=_person(subject), **holder)
    parent = factories.adult("Dana Denholm", user=world.users[Role.PARENT])
    for subject, case in world.cases.items():
        _around(case, subject, parent, school, trust)
    young = world.cases[Subject.OWN].person
    young.user = world.users[Role.YOUNG_PERSON]
    young.save()
    factories.sealing(world.cases[Subject.SEALED].person)
    _shield(world, world.cases[Subject.SHIELDED].person)
    return world


def _user(role: Role, team, school, trust) -> User:
    user = factories.user(None, name=f"The {role}")
    place = {
        Role.COORDINATOR: {"team": team},
        Role.TEAM_MANAGER: {"team": team},
        Role.SENCO: {"setting": school},
        Role.ADVICE_GIVER: {"organisation": trust},
        Role.ORGANISATION_LEAD: {"organisation": trust},
    }
    factories.appointment(user, role, **place.get(role, {}))
    return user


def _person(subject: Subject) -> Person:
    surname = SEALED_NAME if subject is Subject.SEALED else "Denholm"
    postcode = SECRETS[1] if subject is Subject.SHIELDED else "IP1 1AA"
    return factories.person(subject.name.title(), surname, birth_date=YOUNG, postcode=postcode)


def _around(case: Case, subject: Subject, parent: Adult, school, trust) -> None:
    if subject is not Subject.OTHER:
        factories.relationship(case.person, parent, young_person_agrees=True)
        factories.involvement(case.person, school)
        factories.involvement(case.person, trust)
    brought = Brought("letter.pdf", len(PDF), io.BytesIO(PDF))
    about = About(person_id=case.person_id, case_id=case.pk)
    documents.add(brought, kind="advice", title="A letter", about=about, by=Scope.system("the matrix"))


def _shield(world: World, person: Person) -> None:
    address, postcode, email, phone = SECRETS
    world.shielded = factories.adult("Robin Denholm")
    factories.relationship(person, world.shielded)
    factories.contact(world.shielded, address=address, postcode=postcode, email=email, phone=phone)
    factories.shielding(person, world.shielded)
