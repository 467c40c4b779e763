"""Whose access may this person review? Managers their team's; administrators and directors, everyone's."""

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Reach, Scope


def within_review(scope: Scope) -> Q:
    """Reviews that someone may see and decide on. Raises `NotPermitted` without the permission."""
    scope.require(Permission.REVIEW_ACCESS)
    parts = scope.reaching(Permission.REVIEW_ACCESS)
    if any(part.reach is not Reach.TEAM for part in parts):
        return Q()
    return Q(team__in=[part.team_id for part in parts if part.team_id is not None])
