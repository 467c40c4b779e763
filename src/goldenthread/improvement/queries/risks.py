"""Risks of every open promise, the gravest first: what a board looks at and may take up."""

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import Promise, Risk


def open_risks(scope: Scope) -> list[Risk]:
    """Risks that are not closed, by likelihood times impact, with their promise and who looks after them."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Risk.objects.filter(closed_on__isnull=True).select_related("promise__theme__plan", "owner")
    return sorted(rows, key=lambda risk: (-risk.score, risk.pk))


def open_promises(scope: Scope) -> list[Promise]:
    """Promises that are not closed, by plan and code: what an item of an agenda can be about."""
    scope.require(Permission.SEE_IMPROVEMENT)
    rows = Promise.objects.filter(closed_on__isnull=True).select_related("theme__plan")
    return list(rows.order_by("-theme__plan__starts_on", "code"))
