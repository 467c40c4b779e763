"""Bodies, teams and settings as the pages of the partnership show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.organisations.models import Organisation, Setting, Team


@dataclass(frozen=True, slots=True)
class CountedBody:
    """A body, and how many of the known settings it runs."""

    body: Organisation
    settings: int


def bodies(scope: Scope) -> list[CountedBody]:
    """Every body by kind and name."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    rows = Organisation.objects.annotate(running=Count("settings")).order_by("kind", "name")
    return [CountedBody(row, row.running) for row in rows]


def teams(scope: Scope) -> Sequence[Team]:
    """Every team of the council by name."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    return list(Team.objects.order_by("name"))


def body(scope: Scope, body_id: int) -> Organisation:
    """One body. Raises `NotFound`."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    found = Organisation.objects.filter(pk=body_id).first()
    if found is None:
        raise NotFound("There is no such body.")
    return found


def team(scope: Scope, team_id: int) -> Team:
    """One team. Raises `NotFound`."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    found = Team.objects.filter(pk=team_id).first()
    if found is None:
        raise NotFound("There is no such team.")
    return found


def settings_of(scope: Scope, of: Organisation) -> list[Setting]:
    """The settings that a body runs, by name."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    return list(Setting.objects.filter(organisation=of).order_by("name", "pk"))


def setting_with_urn(scope: Scope, urn: str) -> Setting | None:
    """The setting of this URN."""
    scope.require(Permission.LOOK_AFTER_PEOPLE)
    return Setting.objects.select_related("organisation").filter(urn=urn).first()
