"""What each kind of work allows: roles, their permissions, and how far they reach."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.audit.scope import Reach


class Permission(StrEnum):
    """What a person may do, in the words of a refusal: "Your role does not let you …"."""

    SEE_CASES = "see_children's_records"
    RECORD_ON_CASES = "record_on_children's_records"
    ALLOCATE_CASES = "allocate_children's_records"
    LOAD_RETURNS = "load_a_return"
    DECIDE_MATCHES = "decide_whether_two_records_are_one_person"
    SEE_FIGURES = "see_figures"
    REFRESH_FIGURES = "work_out_figures_again"
    RELEASE_FIGURES = "release_figures_to_the_public"


class Role(StrEnum):
    COORDINATOR = "coordinator"
    TEAM_MANAGER = "team manager"
    ANALYST = "analyst"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role brings."""

    reach: Reach
    permissions: frozenset[Permission]


GRANTS: dict[Role, Grant] = {
    Role.COORDINATOR: Grant(
        Reach.CASELOAD,
        frozenset({Permission.SEE_CASES, Permission.RECORD_ON_CASES, Permission.SEE_FIGURES}),
    ),
    Role.TEAM_MANAGER: Grant(
        Reach.TEAM,
        frozenset(
            {
                Permission.SEE_CASES,
                Permission.RECORD_ON_CASES,
                Permission.ALLOCATE_CASES,
                Permission.SEE_FIGURES,
            }
        ),
    ),
    Role.ANALYST: Grant(
        Reach.AREA,
        frozenset(
            {
                Permission.SEE_CASES,
                Permission.LOAD_RETURNS,
                Permission.DECIDE_MATCHES,
                Permission.SEE_FIGURES,
                Permission.REFRESH_FIGURES,
            }
        ),
    ),
    Role.DIRECTOR: Grant(
        Reach.NOBODY,
        frozenset({Permission.SEE_FIGURES, Permission.RELEASE_FIGURES}),
    ),
}
