"""What is known of a child, and who said it when."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.queries.cases import case_in_reach
from goldenthread.people.models import PersonEntry
from goldenthread.people.shielding import shielded_people


@dataclass(frozen=True, slots=True)
class DetailsPage:
    """A case, what was said of its child in the order it was kept, and whether the postcode is withheld."""

    case: Case
    entries: Sequence[PersonEntry]
    is_shielded: bool


def details_page(scope: Scope, reference: str) -> DetailsPage:
    """All that was said of the child of a case. Raises `NotFound`."""
    case = case_in_reach(scope, reference)
    entries = list(case.person.entries.order_by("pk"))
    return DetailsPage(case, entries, bool(shielded_people([case.person_id])))


def details_to_correct(scope: Scope, reference: str) -> DetailsPage:
    """The same for whoever may record on it. Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.RECORD_ON_CASES)
    return DetailsPage(case, (), bool(shielded_people([case.person_id])))
