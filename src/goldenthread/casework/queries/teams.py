"""Who holds how much."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import coordinators_of
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.models import Standing
from goldenthread.casework.permissions import within_reach
from goldenthread.casework.queries.worklist import SOON


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
    if scope.reach is not Reach.TEAM or scope.team_id is None:
        return []
    return coordinators_of(scope.team_id)


def unallocated(scope: Scope) -> list[int]:
    """The numbers of the cases within reach that no team holds, in the order they came."""
    found = Standing.objects.filter(within_reach(scope), team__isnull=True)
    return list(found.order_by("pk").values_list("pk", flat=True))
