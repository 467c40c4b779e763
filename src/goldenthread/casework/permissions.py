"""May this person see or record on this case? What is out of reach does not exist for them."""

from functools import reduce
from operator import or_

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPermitted
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.casework.models import Case
from goldenthread.people.permissions import kept_from, known_to, opened_by, own_family_of, sealed_from

NO_SUCH_CASE = "There is no such record, or it is not one of yours."
NONE = Q(pk__in=())


def within_reach(scope: Scope, permission: Permission = Permission.SEE_CASES) -> Q:
    """Cases, or standings, for which this scope holds the permission: their own, their team's, their
    school's, the area's, or none; never one that is sealed from them, nor of their own family.

    Every query that reads children goes through here. What is kept back is a handful of rows, found once by
    an index of its own, so that a list costs the same however large the area is.
    """
    parts = scope.reaching(permission)
    if scope.is_system:
        return Q() if parts else NONE
    if any(part.reach is Reach.AREA for part in parts):
        return not_kept_from(scope)
    reached = reduce(or_, (_within(scope, part) for part in parts), NONE)
    return reached & not_kept_from(scope)


def not_kept_from(scope: Scope) -> Q:
    """Cases, or standings, that are neither sealed from this scope nor of their own family."""
    sealed = Case.objects.filter(person__in=sealed_from(scope).values("pk"))
    family = Case.objects.filter(person__in=own_family_of(scope).order_by().values("person"))
    return ~Q(pk__in=sealed.values("pk")) & ~Q(pk__in=family.values("pk"))


def _within(scope: Scope, part: Part) -> Q:
    if part.reach is Reach.TEAM and part.team_id is not None:
        return Q(team=part.team_id)
    if part.reach is Reach.CASELOAD and scope.actor_id is not None:
        return Q(coordinator=scope.actor_id)
    if part.reach is Reach.ORGANISATION:
        people = known_to(part, clock.today()).order_by().values("person")
        return Q(pk__in=Case.objects.filter(person__in=people).values("pk"))
    return NONE


def within_reach_or_opened(scope: Scope, permission: Permission) -> Q:
    """For one case by its reference: within reach, or opened by this person in an emergency.

    Lists go without: what was opened so is read, not worked on.
    """
    if scope.is_system:
        return within_reach(scope, permission)  # no condition at all, which `|` would drop
    opened = Case.objects.filter(person__in=opened_by(scope).values("person"))
    return within_reach(scope, permission) | (
        _may_read(scope, permission) & not_kept_from(scope) & Q(pk__in=opened.values("pk"))
    )


def _may_read(scope: Scope, permission: Permission) -> Q:
    reads = permission in (Permission.SEE_CASES, Permission.SEE_FAMILY) and scope.may(permission)
    return Q() if reads else NONE


def reaches(scope: Scope, case: Case) -> bool:
    """Does this scope reach this case? The same answer as `within_reach`, for a case at hand."""
    covered = _covered(scope, Permission.SEE_CASES, case)
    if not covered and scope.may(Permission.SEE_CASES):
        covered = opened_by(scope).filter(person=case.person_id).exists()
    return covered and (scope.is_system or not kept_from(scope, [case.person_id]))


def _covered(scope: Scope, permission: Permission, case: Case) -> bool:
    return any(_covers(scope, part, case) for part in scope.reaching(permission))


def _covers(scope: Scope, part: Part, case: Case) -> bool:
    if part.reach is Reach.TEAM:
        return part.team_id is not None and case.team_id == part.team_id
    if part.reach is Reach.CASELOAD:
        return scope.actor_id is not None and case.coordinator_id == scope.actor_id
    if part.reach is Reach.ORGANISATION:
        return known_to(part, clock.today()).filter(person=case.person_id).exists()
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
    """For a case that this scope sees: may they record on it?"""
    return _covered(scope, Permission.RECORD_ON_CASES, case)
