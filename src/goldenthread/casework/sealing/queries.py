"""Which record does a guardian, or someone in an emergency, mean?"""

from collections.abc import Iterable

from django.db.models import Q

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.people.models import Person
from goldenthread.people.permissions import own_family_of
from goldenthread.people.sealing.queries import sealed_person


def person_of(scope: Scope, reference: str) -> Person | None:
    """The child of the case of that reference, sealed or not: for the guardian alone."""
    scope.require(Permission.GUARD_RECORDS)
    found = Case.objects.filter(reference__iexact=reference).select_related("person").first()
    return found.person if found else None


def references_of(scope: Scope, person_ids: Iterable[int]) -> dict[int, str]:
    """The references of these people's cases, in one text each."""
    scope.require(Permission.GUARD_RECORDS)
    found: dict[int, list[str]] = {}
    for person_id, reference in (
        Case.objects.filter(person__in=list(person_ids)).order_by("pk").values_list("person_id", "reference")
    ):
        found.setdefault(person_id, []).append(reference)
    return {person_id: ", ".join(references) for person_id, references in found.items()}


def meant_in_emergency(scope: Scope, typed: str) -> tuple[Person | None, str]:
    """The sealed person whose reference or number was typed in full, and a reference to go to. Nobody for a
    record that is not sealed, or of one's own family."""
    scope.require(Permission.OPEN_SEALED)
    case = (
        Case.objects.filter(reference__iexact=typed, person__is_sealed=True).select_related("person").first()
    )
    person = case.person if case else sealed_person(scope, typed)
    if person is None or own_family_of(scope).filter(person=person).exists():
        return None, ""
    case = case or Case.objects.filter(Q(person=person)).order_by("-pk").first()
    return (person, case.reference) if case else (None, "")
