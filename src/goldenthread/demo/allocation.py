"""Who in the demonstration holds which case? Every coordinator about as many as the next."""

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import coordinators_of
from goldenthread.audit.scope import Scope
from goldenthread.casework.actions import allocate
from goldenthread.casework.queries.teams import unallocated
from goldenthread.organisations.queries import teams


def share_out(by: Scope) -> None:
    """Give every case that no team holds to a coordinator, in turn. Nothing to give is no harm."""
    holders = [coordinator for team in teams() for coordinator in coordinators_of(team.pk)]
    waiting = unallocated(by)
    for place, coordinator in enumerate(holders):
        _give(waiting[place :: len(holders)], coordinator, by)


def _give(cases: list[int], coordinator: User, by: Scope) -> None:
    if cases and coordinator.team is not None:
        allocate(cases, team=coordinator.team, coordinator=coordinator, by=by)
