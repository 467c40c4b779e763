"""Which cases stand behind a figure, which child behind a case study? No other exists for the reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.permissions import within_reach


@dataclass(frozen=True, slots=True)
class CaseBehind:
    """A case as a list behind a figure names it; its page shows the entries."""

    case_id: int
    reference: str
    name: str
    person_id: int


def cases_behind(scope: Scope, case_ids: Iterable[int]) -> dict[int, CaseBehind]:
    """The cases with these numbers that the scope reaches, by number."""
    scope.require(Permission.SEE_CASES)
    found = Case.objects.filter(within_reach(scope), pk__in=set(case_ids)).select_related("person")
    return {case.pk: CaseBehind(case.pk, case.reference, str(case.person), case.person_id) for case in found}


@dataclass(frozen=True, slots=True)
class NamedChild:
    """The child of a case, and every name that may not stand in what is told of them."""

    person_id: int
    names: tuple[str, ...]


def child_of_case(scope: Scope, reference: str) -> NamedChild | None:
    """The child of the case of this reference, to look for their names in a case study; None without one.

    The caller lends a reach for this one question. Whoever writes the case study learns of the answer only
    that a name stands in their words; a sealed record is as none.
    """
    scope.require(Permission.SEE_CASES)
    found = Case.objects.filter(within_reach(scope), reference=reference).select_related("person").first()
    if found is None:
        return None
    person = found.person
    return NamedChild(person.pk, tuple(filter(None, (person.forename, person.surname))))
