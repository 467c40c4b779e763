"""Who works in the demonstration's council? Everyone is invented; some can be chosen on the sign-in page."""

from dataclasses import dataclass

from django.db import transaction

from goldenthread.accounts.actions import add_user
from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.organisations.actions import add_team
from goldenthread.organisations.models import Team

TEAMS = ("Northern team", "Southern team", "Western team")
COORDINATORS_OF_A_TEAM = 16
"""About 250 children each, in an area of some 12,000."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone that a visitor may choose to be."""

    name: str
    role: Role
    team: str = ""


PERSONAS = (
    Persona("Amira Khalid", Role.COORDINATOR, TEAMS[0]),
    Persona("Daniel Wrenfield", Role.COORDINATOR, TEAMS[1]),
    Persona("Grace Okonjo", Role.TEAM_MANAGER, TEAMS[0]),
    Persona("Priya Sandhurst", Role.ANALYST),
    Persona("Helen Marchbanks", Role.DIRECTOR),
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
        team = teams.get(who.team)
        add_user(address(who), name=who.name, role=who.role, team=team, is_example=is_example, by=by)


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
