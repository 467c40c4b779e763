"""What does the room lend its readers, and may this reader see deeper now?"""

from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.evidence_room.models import Deeper

LENT = frozenset({Permission.SEE_IMPROVEMENT, Permission.SEE_FIGURES})
"""What is read through the room's own pages. Outside of them a reader holds none of it."""


def lent(scope: Scope) -> Scope:
    """The same person, reading as the room lets everyone read: plans and figures, and evidence that is marked
    for the room. Raises `NotPermitted` for whoever may not see the room."""
    scope.require(Permission.SEE_EVIDENCE_ROOM)
    return Scope(scope.actor_id, scope.actor_name, (Part(Reach.NOBODY, LENT),))


def lent_deeper(scope: Scope) -> Scope:
    """The same, and the records behind figures; `check_may_see_deeper` comes first."""
    scope.require(Permission.SEE_EVIDENCE_ROOM)
    records = frozenset({*LENT, Permission.SEE_CASES})
    return Scope(scope.actor_id, scope.actor_name, (Part(Reach.AREA, records),))


def in_force(today: date) -> QuerySet[Deeper]:
    """Agreements that hold today."""
    agreed = Deeper.objects.filter(agreed_at__isnull=False, ended_at__isnull=True)
    return agreed.filter(ends_on__gt=today)


def may_see_deeper(scope: Scope, measure: str, today: date) -> bool:
    """Whether a lawful basis for the records behind this measure is recorded, agreed to and in force."""
    mine = in_force(today).filter(reader=scope.actor_id)
    return mine.filter(Q(measure="") | Q(measure=measure)).exists()
