"""May this person see or record on this case? What is out of reach does not exist for them."""

from functools import reduce
from operator import or_

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.casework.models import Case

NO_SUCH_CASE = "There is no such record, or it is not one of yours."
NONE = Q(pk__in=())


def within_reach(scope: Scope) -> Q:
    """Cases, or standings, that this scope reaches: their own, their team's, the area's, or none."""
    parts = scope.reaching(Permission.SEE_CASES)
    if any(part.reach is Reach.AREA for part in parts):
        return Q()
    return reduce(or_, (_within(scope, part) for part in parts), NONE)


def _within(scope: Scope, part: Part) -> Q:
    if part.reach is Reach.TEAM and part.team_id is not None:
        return Q(team=part.team_id)
    if part.reach is Reach.CASELOAD and scope.actor_id is not None:
        return Q(coordinator=scope.actor_id)
    return NONE


def reaches(scope: Scope, case: Case) -> bool:
    """Does this scope reach this case? The same answer as `within_reach`, for a case at hand."""
    return any(_covers(scope, part, case) for part in scope.reaching(Permission.SEE_CASES))


def _covers(scope: Scope, part: Part, case: Case) -> bool:
    if part.reach is Reach.TEAM:
        return part.team_id is not None and case.team_id == part.team_id
    if part.reach is Reach.CASELOAD:
        return scope.actor_id is not None and case.coordinator_id == scope.actor_id
    return part.reach is Reach.AREA


def check_can_see(scope: Scope, case: Case) -> None:
    """Raises `NotFound` for a case out of reach: whether it exists is not said."""
    if not reaches(scope, case):
        raise NotFound(NO_SUCH_CASE)


def check_can_record(scope: Scope, case: Case) -> None:
    """Raises `NotFound` out of reach, `NotPermitted` where the role only reads."""
    check_can_see(scope, case)
    scope.require(Permission.RECORD_ON_CASES)
    if not can_record(scope, case):
        raise NotPermitted("You may read this record, but recording on it is for those who hold it.")


def can_record(scope: Scope, case: Case) -> bool:
    return any(_covers(scope, part, case) for part in scope.reaching(Permission.RECORD_ON_CASES))
