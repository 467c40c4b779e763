"""Every reading and every act that touched one child's record, newest first."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Permission, Role
from goldenthread.audit import clock
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.queries.cases import case_in_reach
from goldenthread.people.family import queries as family
from goldenthread.people.models import Person
from goldenthread.people.shielding import words_withheld

ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One event, and the roles that its actor held on that day."""

    event: AuditEvent
    roles: Sequence[str]


@dataclass(frozen=True, slots=True)
class History:
    """Lines about one person, newest first; `earlier` is where the next page begins."""

    person: Person
    lines: Sequence[Line]
    withheld: Set[str] = frozenset()
    """Addresses and contacts that nobody is given, in case someone wrote one down as a reason."""
    earlier: int | None = None


def history_of_case(scope: Scope, reference: str, before: int | None) -> tuple[Case, History]:
    """One page of the history: three queries, however long it is. Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.SEE_HISTORY)
    return case, _history(case.person, before, ON_A_PAGE)


def whole_history_of_case(scope: Scope, reference: str) -> tuple[Case, History]:
    """All of it, for the copy that goes to the family. Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.SEE_HISTORY)
    return case, _history(case.person, None, None)


def own_history(scope: Scope, person_id: int) -> History:
    """All of it, for someone of the family. Raises `NotFound`."""
    scope.require(Permission.SEE_OWN_RECORD)
    return _history(family.own_record(scope, person_id), None, None)


def _history(person: Person, before: int | None, limit: int | None) -> History:
    listed = Q(way=AuditEvent.Way.READ, person_id__isnull=True, details__contains={"people": [person.pk]})
    found = AuditEvent.objects.filter(Q(person_id=person.pk) | listed).order_by("-pk")
    if before is not None:
        found = found.filter(pk__lt=before)
    events = list(found[: limit + 1] if limit else found)
    shown = events[:limit]
    roles = _roles({event.actor_id for event in shown if event.actor_id is not None})
    lines = [Line(event, _held(event, roles)) for event in shown]
    earlier = shown[-1].pk if len(events) > len(shown) else None
    return History(person, lines, words_withheld(person.pk), earlier)


def _roles(actor_ids: set[int]) -> Mapping[int, list[Appointment]]:
    found: dict[int, list[Appointment]] = {}
    for appointment in Appointment.objects.filter(user__in=actor_ids).order_by("pk"):
        found.setdefault(appointment.user_id, []).append(appointment)
    return found


def _held(event: AuditEvent, roles: Mapping[int, list[Appointment]]) -> list[str]:
    day = event.at.astimezone(clock.LONDON).date()
    held = [
        one.role
        for one in roles.get(event.actor_id or 0, ())
        if one.starts_on <= day and (one.ends_on is None or day <= one.ends_on)
    ]
    return list(dict.fromkeys(held))


FAMILY_ROLES = frozenset({Role.PARENT.value, Role.YOUNG_PERSON.value})
