"""Policies, holds and runs, for those who prepare an erasure and those who agree to one."""

from collections.abc import Sequence

from django.db.models import Count

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.permissions import within_reach
from goldenthread.retention.due import policies
from goldenthread.retention.kinds import Kind
from goldenthread.retention.models import Hold, Policy, Run, RunPerson

SHOWN = 200


def policies_in_force(scope: Scope) -> dict[Kind, Policy]:
    scope.require(Permission.SEE_RETENTION)
    return policies()


def holds(scope: Scope) -> list[tuple[Hold, str]]:
    """Holds that stand, newest first, each with the reference of a case within reach; those out of reach
    are not told."""
    scope.require(Permission.SEE_RETENTION)
    standing = list(Hold.objects.filter(lifted_at__isnull=True).order_by("-pk"))
    known = references(scope, [hold.person_id for hold in standing])
    return [(hold, known[hold.person_id]) for hold in standing if hold.person_id in known]


def hold(scope: Scope, hold_id: int) -> Hold:
    """One hold on a child within reach. Raises `NotFound`."""
    found = next((one for one, _ in holds(scope) if one.pk == hold_id), None)
    if found is None:
        raise NotFound("There is no such hold.")
    return found


def references(scope: Scope, people: Sequence[int]) -> dict[int, str]:
    """Person to the reference of their first case, for those within reach: what is sealed is not there."""
    cases = Case.objects.filter(within_reach(scope), person__in=people).order_by("-pk")
    return dict(cases.values_list("person_id", "reference"))


def runs(scope: Scope) -> list[Run]:
    """Every run, newest first."""
    scope.require(Permission.SEE_RETENTION)
    return list(Run.objects.order_by("-pk")[:SHOWN])


def run(scope: Scope, run_id: int) -> Run:
    """One run. Raises `NotFound`."""
    scope.require(Permission.SEE_RETENTION)
    found = Run.objects.filter(pk=run_id).first()
    if found is None:
        raise NotFound("There is no such run.")
    return found


def outcomes(scope: Scope, of: Run) -> dict[str, int]:
    """How many children of a run have which outcome."""
    scope.require(Permission.SEE_RETENTION)
    rows = of.people.values("outcome").annotate(children=Count("pk")).order_by()
    return {row["outcome"]: row["children"] for row in rows}


def children(scope: Scope, of: Run) -> list[tuple[RunPerson, str]]:
    """The first children of a run, each with a reference, or nothing where the record is out of reach."""
    scope.require(Permission.SEE_RETENTION)
    rows = list(of.people.order_by("outcome", "pk")[:SHOWN])
    known = references(scope, [person for row in rows for person in row.people])
    return [(row, next((known[person] for person in row.people if person in known), "")) for row in rows]
