"""Returns that were brought here, and what was found in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Max, Min

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Finding, Return


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """How often a rule found something, and what to do about it."""

    rule: str
    says: str
    fix: str
    records: int
    sets_aside: bool


def returns(scope: Scope) -> list[Return]:
    """Every return, newest first."""
    _may_load(scope)
    return list(Return.objects.order_by("-pk")[:50])


def return_numbered(scope: Scope, return_id: int) -> Return:
    """One return. Raises `NotFound`."""
    _may_load(scope)
    found = Return.objects.filter(pk=return_id).first()
    if found is None:
        raise NotFound("There is no such return.")
    return found


def findings_by_rule(scope: Scope, source: Return) -> list[RuleFindings]:
    """Findings counted by rule: first those that set a record aside, then the most frequent."""
    _may_load(scope)
    rows = (
        Finding.objects.filter(found_in=source)
        .values("rule", "sets_aside")
        .annotate(records=Count("pk"), says=Min("says"), fix=Min("fix"))
        .order_by("-sets_aside", "-records", "rule")
    )
    return [RuleFindings(**row) for row in rows]


def findings(scope: Scope, source: Return) -> Iterator[Finding]:
    """Every finding in the order found, one at a time."""
    _may_load(scope)
    yield from Finding.objects.filter(found_in=source).order_by("pk").iterator()


def first_findings(scope: Scope, source: Return, count: int) -> list[Finding]:
    """The first findings, those that set a record aside before the others."""
    _may_load(scope)
    return list(Finding.objects.filter(found_in=source).order_by("-sets_aside", "pk")[:count])


def _may_load(scope: Scope) -> None:
    if not scope.may(Permission.LOAD_RETURNS):
        raise NotFound("There is no such return.")


def newest_loaded_year(scope: Scope) -> int | None:
    """The return year of the newest return that was loaded; None before the first."""
    scope.require(Permission.SEE_FIGURES)
    loaded = Return.objects.filter(status=Return.Status.LOADED)
    newest: int | None = loaded.aggregate(newest=Max("year"))["newest"]
    return newest
