"""Who holds how much."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import coordinators_of, is_coordinator_of
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.models import Standing
from goldenthread.casework.permissions import within_reach
from goldenthread.casework.queries.worklist import SOON
from goldenthread.organisations.models import Team


@dataclass(frozen=True, slots=True)
class Load:
    """How many open records someone holds, and how many are past a date in law or due within a week.

    Without a coordinator: those that nobody holds yet.
    """

    coordinator_id: int | None
    coordinator: str
    team: str
    open: int
    past: int
    soon: int


def loads(scope: Scope, today: date) -> list[Load]:
    """Open records by team and coordinator, those with most past a date in law first."""
    rows = (
        Standing.objects.filter(within_reach(scope), is_open=True)
        .values("team__name", "coordinator", "coordinator__name")
        .annotate(
            open=Count("pk"),
            past=Count("pk", filter=Q(next_due_on__lt=today)),
            soon=Count("pk", filter=Q(next_due_on__gte=today, next_due_on__lte=today + SOON)),
        )
        .order_by("-past", "-open", "coordinator__name")
    )
    return [
        Load(
            row["coordinator"],
            row["coordinator__name"] or "",
            row["team__name"] or "",
            row["open"],
            row["past"],
            row["soon"],
        )
        for row in rows
    ]


def coordinators(scope: Scope) -> list[User]:
    """Whose lists a manager can look at: the coordinators of their team; nobody for anyone else."""
    return list({one.pk: one for team_id in _teams(scope) for one in coordinators_of(team_id)}.values())


def team_to_give(scope: Scope, coordinator: User) -> Team:
    """The manager's own team that this coordinator belongs to. Raises `NotFound`."""
    for team in Team.objects.filter(pk__in=_teams(scope)).order_by("pk"):
        if is_coordinator_of(coordinator.pk, team.pk):
            return team
    raise NotFound("They are not a coordinator of your team.")


def _teams(scope: Scope) -> list[int]:
    parts = scope.reaching(Permission.ALLOCATE_CASES)
    return [part.team_id for part in parts if part.reach is Reach.TEAM and part.team_id is not None]


def unallocated(scope: Scope) -> list[int]:
    """The numbers of the cases within reach that no team holds, in the order they came."""
    found = Standing.objects.filter(within_reach(scope), team__isnull=True)
    return list(found.order_by("pk").values_list("pk", flat=True))
