"""Who works in the demonstration's council? Everyone is invented; some can be chosen on the sign-in page."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.actions import add_user, appoint
from goldenthread.accounts.models import User
from goldenthread.accounts.places import Place
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.organisations.actions import add_organisation, add_team
from goldenthread.organisations.models import Organisation, OrganisationKind, Team

TEAMS = ("Northern team", "Southern team", "Western team")
COORDINATORS_OF_A_TEAM = 16
"""About 250 children each, in an area of some 12,000."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone that a visitor may choose to be."""

    name: str
    role: Role
    team: str = ""
    at: str = ""
    until: date | None = None
    """The first day without it, for a role that has one."""


FROM = date(2020, 1, 1)
"""Everyone has worked here since before the day that the demonstration shows."""
BODIES = {
    "Alder Vale Primary School": OrganisationKind.SCHOOL_OR_COLLEGE,
    "Children’s therapies": OrganisationKind.NHS_TRUST,
}
PERSONAS = (
    Persona("Amira Khalid", Role.COORDINATOR, TEAMS[0]),
    Persona("Daniel Wrenfield", Role.COORDINATOR, TEAMS[1]),
    Persona("Grace Okonjo", Role.TEAM_MANAGER, TEAMS[0]),
    Persona("Priya Sandhurst", Role.ANALYST),
    Persona("Helen Marchbanks", Role.DIRECTOR),
    Persona("Tom Ashbocking", Role.SENCO, at="Alder Vale Primary School"),
    Persona("Leila Farnham", Role.ADVICE_GIVER, at="Children’s therapies"),
    Persona("Ruth Kersey", Role.GUARDIAN),
    Persona("Owen Stradbroke", Role.RECORDS_OFFICER),
    Persona("Mina Thrandeston", Role.ADMINISTRATOR),
    Persona("Wes Yoxford", Role.OPERATOR),
    Persona("Carol Wetherden", Role.FORUM_MEMBER),
    Persona("Sir Alan Redgrave", Role.CHAIR),
    Persona("Jo Lavenham", Role.INSPECTOR, until=date(2025, 8, 1)),
    Persona("Esther Walsham", Role.IMPROVEMENT_LEAD),
)
FORENAMES = ("Ada", "Ben", "Chidi", "Dilys", "Ewan", "Farah", "Gwen", "Hugo")
SURNAMES = ("Alderton", "Brightwell", "Copdock", "Dallinghoo", "Elmswell", "Framsden")


@transaction.atomic
def add_people(by: Scope) -> None:
    """Add the teams and everyone in them who is not there yet."""
    for name in TEAMS:
        if not Team.objects.filter(name=name).exists():
            add_team(name, by=by)
    teams = {team.name: team for team in Team.objects.filter(name__in=TEAMS)}
    there = set(User.objects.values_list("email", flat=True))
    for persona in PERSONAS:
        _add(persona, teams, there, by, is_example=True)
    for colleague in colleagues():
        _add(colleague, teams, there, by, is_example=False)


def _add(who: Persona, teams: dict[str, Team], there: set[str], by: Scope, *, is_example: bool) -> None:
    if address(who) not in there:
        user = add_user(address(who), name=who.name, is_example=is_example, by=by)
        at = _place(who, teams, by)
        appoint(user, role=who.role, at=at, starts_on=FROM, ends_on=who.until, by=by)


def _place(who: Persona, teams: dict[str, Team], by: Scope) -> Place:
    """Their team, or the body they work for, which is made where it is not there yet."""
    if not who.at:
        return Place(team=teams.get(who.team))
    found = Organisation.objects.filter(name=who.at).first()
    return Place(organisation=found or add_organisation(who.at, kind=BODIES[who.at], by=by))


def colleagues() -> list[Persona]:
    """The other coordinators: they hold most of the cases, and nobody can choose to be one of them."""
    names = [f"{forename} {surname}" for surname in SURNAMES for forename in FORENAMES]
    chosen = [persona.team for persona in PERSONAS if persona.role is Role.COORDINATOR]
    wanted = [team for team in TEAMS for _ in range(COORDINATORS_OF_A_TEAM - chosen.count(team))]
    return [Persona(name, Role.COORDINATOR, team) for name, team in zip(names, wanted, strict=False)]


def address(who: Persona) -> str:
    """An e-mail address that can belong to nobody."""
    return f"{who.name.lower().replace(' ', '.')}@council.example"


def everyone_is_there() -> bool:
    wanted = {address(who) for who in (*PERSONAS, *colleagues())}
    return User.objects.filter(email__in=wanted).count() == len(wanted)
