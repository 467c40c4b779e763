"""Which cases stand behind a figure? Those that the reader reaches: no other exists for them."""

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


def cases_behind(scope: Scope, case_ids: Iterable[int]) -> dict[int, CaseBehind]:
    """The cases with these numbers that the scope reaches, by number."""
    scope.require(Permission.SEE_CASES)
    found = Case.objects.filter(within_reach(scope), pk__in=set(case_ids)).select_related("person")
    return {case.pk: CaseBehind(case.pk, case.reference, str(case.person)) for case in found}
