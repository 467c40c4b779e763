"""Who sees what is not for the whole board?"""

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPermitted
from goldenthread.audit.scope import Scope


def can_see_restricted(scope: Scope) -> bool:
    """Whether restricted papers, and minutes that are not shared yet, are shown: the chair and the office."""
    return scope.may(Permission.KEEP_GOVERNANCE) or scope.may(Permission.CHAIR_MEETINGS)


def check_can_see_restricted(scope: Scope) -> None:
    """Raises `NotPermitted`."""
    if not can_see_restricted(scope):
        raise NotPermitted("Only the chair and the board’s office may open this.")
