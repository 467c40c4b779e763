"""The record of someone's own child, or their own: reached by relationship, never by role."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.history import CaseHistory, histories
from goldenthread.casework.models import Case, Entry
from goldenthread.people.family import queries as family
from goldenthread.people.models import Person


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """A child with each of their cases and what is known of it."""

    person: Person
    cases: Sequence[tuple[Case, CaseHistory]]


def own_records(scope: Scope) -> list[Person]:
    """Whose records whoever is signed in may see today."""
    scope.require(Permission.SEE_OWN_RECORD)
    return family.own_records(scope)


def own_record(scope: Scope, person_id: int) -> OwnRecord:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.SEE_OWN_RECORD)
    person = family.own_record(scope, person_id)
    cases = list(Case.objects.filter(person=person).select_related("coordinator", "team").order_by("-pk"))
    known = histories(Entry.objects.filter(case__in=cases).order_by("pk"))
    return OwnRecord(person, [(case, known.get(case.pk, CaseHistory())) for case in cases])
