"""What the page about a child's family shows, within the reach of whoever asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.queries.cases import case_in_reach
from goldenthread.people.family import queries as family
from goldenthread.people.family.acting import Circle
from goldenthread.people.models import Adult, Contact, Involvement, Recorded, Shielding
from goldenthread.people.shielding import shielded_adults, shielded_people


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """A case with all that is known around its child; `shielded` are adults whose address nobody is given."""

    case: Case
    circle: Circle
    adults: Sequence[Adult]
    contacts: Mapping[int, Contact]
    involvements: Sequence[Involvement]
    shielded: frozenset[int]
    child_is_shielded: bool
    shieldings: Sequence[Shielding]


def family_page(scope: Scope, reference: str) -> FamilyPage:
    """Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.SEE_FAMILY)
    person = case.person
    return FamilyPage(
        case,
        family.circle_of(scope, person),
        family.adults_around(scope, person),
        family.contacts_of(scope, person),
        family.involvements_of(scope, person),
        frozenset(shielded_adults([person.pk])),
        person.pk in shielded_people([person.pk]),
        family.shieldings_of(scope, person),
    )


def row_to_change(scope: Scope, reference: str, kind: str, row_id: int) -> tuple[Case, Recorded]:
    """A case and one row about its child. Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.SEE_FAMILY)
    return case, family.row_about(scope, case.person, kind, row_id)


def adults_to_choose(scope: Scope, reference: str) -> tuple[Case, list[Adult]]:
    """A case that this scope may record on, and the adults known around its child. Raises `NotFound`."""
    case = case_in_reach(scope, reference, Permission.RECORD_ON_CASES)
    return case, family.adults_around(scope, case.person)
