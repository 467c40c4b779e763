"""Who in the demonstration holds which case? Every coordinator about as many as the next."""

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import coordinators_of
from goldenthread.audit.scope import Scope
from goldenthread.casework.actions import allocate
from goldenthread.casework.queries.teams import unallocated
from goldenthread.organisations.models import Team
from goldenthread.organisations.queries import teams


def share_out(by: Scope) -> None:
    """Give every case that no team holds to a coordinator, in turn. Nothing to give is no harm."""
    holders = [(coordinator, team) for team in teams() for coordinator in coordinators_of(team.pk)]
    waiting = unallocated(by)
    for place, (coordinator, team) in enumerate(holders):
        _give(waiting[place :: len(holders)], coordinator, team, by)


def _give(cases: list[int], coordinator: User, team: Team, by: Scope) -> None:
    if cases:
        allocate(cases, team=team, coordinator=coordinator, by=by)
