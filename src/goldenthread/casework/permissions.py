"""May this person see or record on this case? What is out of reach does not exist for them."""

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.models import Case

NO_SUCH_CASE = "There is no such record, or it is not one of yours."


def within_reach(scope: Scope) -> Q:
    """Cases, or standings, that this scope reaches: their own, their team's, the area's, or none."""
    if not scope.may(Permission.SEE_CASES):
        return Q(pk__in=())
    if scope.reach is Reach.AREA:
        return Q()
    if scope.reach is Reach.TEAM and scope.team_id is not None:
        return Q(team=scope.team_id)
    if scope.reach is Reach.CASELOAD and scope.actor_id is not None:
        return Q(coordinator=scope.actor_id)
    return Q(pk__in=())


def reaches(scope: Scope, case: Case) -> bool:
    """Does this scope reach this case? The same answer as `within_reach`, for a case at hand."""
    if not scope.may(Permission.SEE_CASES):
        return False
    return {
        Reach.AREA: True,
        Reach.TEAM: scope.team_id is not None and case.team_id == scope.team_id,
        Reach.CASELOAD: scope.actor_id is not None and case.coordinator_id == scope.actor_id,
        Reach.NOBODY: False,
    }[scope.reach]


def check_can_see(scope: Scope, case: Case) -> None:
    """Raises `NotFound` for a case out of reach: whether it exists is not said."""
    if not reaches(scope, case):
        raise NotFound(NO_SUCH_CASE)


def check_can_record(scope: Scope, case: Case) -> None:
    """Raises `NotFound` out of reach, `NotPermitted` where the role only reads."""
    check_can_see(scope, case)
    scope.require(Permission.RECORD_ON_CASES)


def can_record(scope: Scope, case: Case) -> bool:
    return reaches(scope, case) and scope.may(Permission.RECORD_ON_CASES)
