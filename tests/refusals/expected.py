"""What must happen when a role opens a page about a kind of record: from the declarations, and this table."""

from enum import StrEnum

from django.urls import URLPattern

from goldenthread.accounts.access import rule_of
from goldenthread.accounts.roles import GRANTS, Permission, Role
from goldenthread.audit.scope import Reach
from refusals.addresses import is_of_a_child
from refusals.world import Subject

WITH_US = frozenset({Subject.OWN, Subject.SHIELDED, Subject.CLOSED})
UNSEALED = WITH_US | {Subject.OTHER}

REACHED: dict[Reach, frozenset[Subject]] = {
    Reach.NOBODY: frozenset(),
    Reach.FAMILY: WITH_US,
    Reach.CASELOAD: WITH_US,
    Reach.ORGANISATION: WITH_US,
    Reach.TEAM: WITH_US,
    Reach.AREA: UNSEALED,
}
"""Which records of the matrix's world a reach covers. Written out: it is what the code is held against."""

OPEN_TO_GUARDIANS: dict[str, frozenset[Subject]] = {
    "unseal-record": frozenset({Subject.SEALED}),
    "judge-opening": frozenset(Subject),
    "match-question": frozenset(Subject),
}
"""Pages on which whoever guards records meets sealed ones: that is their work."""

WITHOUT_REACH: dict[str, frozenset[Subject]] = {
    "message": UNSEALED,
    "message-body": UNSEALED,
    "stop-message": UNSEALED,
    "what-happened-to-message": UNSEALED,
    "try-message-again": UNSEALED,
}
"""Pages whose permission reaches everyone's, but for what is sealed."""


class Outcome(StrEnum):
    """What someone meets."""

    OPENS = "opens"
    REFUSED = "refused"
    NOT_FOUND = "not found"
    SENT_TO_THE_DOOR = "sent to the door"


def outcome(pattern: URLPattern, role: Role | None, subject: Subject) -> Outcome:
    """What the declarations say: the page's rule, the role's grant, the reach that the permission has."""
    rule = rule_of(pattern.callback)
    assert rule is not None
    if rule.everyone:
        return Outcome.OPENS
    if role is None:
        return Outcome.SENT_TO_THE_DOOR
    grant = GRANTS[role]
    if rule.permission is not None and rule.permission not in grant.permissions:
        return Outcome.REFUSED
    if not is_of_a_child(pattern):
        return Outcome.OPENS
    return Outcome.OPENS if subject in _reached(str(pattern.name), role) else Outcome.NOT_FOUND


def _reached(page: str, role: Role) -> frozenset[Subject]:
    guards = Permission.GUARD_RECORDS in GRANTS[role].permissions
    if guards and page in OPEN_TO_GUARDIANS:
        return OPEN_TO_GUARDIANS[page]
    if page in WITHOUT_REACH:
        return WITHOUT_REACH[page]
    if role is Role.YOUNG_PERSON:
        return frozenset({Subject.OWN})
    return REACHED[GRANTS[role].reach]
