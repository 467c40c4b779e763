"""Adding and naming the bodies and teams of the partnership, for whoever looks after people's access."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.organisations import actions
from goldenthread.organisations.models import Organisation, OrganisationKind, Setting, Team


@transaction.atomic
def add_body(name: str, *, kind: OrganisationKind, by: Scope) -> Organisation:
    """Adds a body. Raises `NotPermitted`."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    return actions.add_organisation(name, kind=kind, by=by)


@transaction.atomic
def describe_body(body: Organisation, *, name: str, kind: OrganisationKind, by: Scope) -> None:
    """Names a body anew, or says what it is. Raises `NotPermitted`."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    actions.describe_organisation(body, name=name, kind=kind, by=by)


@transaction.atomic
def add_team(name: str, *, by: Scope) -> Team:
    """Adds a team of the council. Raises `NotPermitted`."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    return actions.add_team(name, by=by)


@transaction.atomic
def rename_team(team: Team, *, name: str, by: Scope) -> None:
    """Names a team anew. Raises `NotPermitted`."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    actions.rename_team(team, name=name, by=by)


@transaction.atomic
def place_setting(setting: Setting, body: Organisation, *, by: Scope) -> None:
    """Says which body runs a setting. Raises `NotPermitted`."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    actions.place_setting(setting, body, by=by)
