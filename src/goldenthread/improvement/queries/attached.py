"""What is attached to promises so that they can be judged: measures, those that judge and those taken off."""

from collections.abc import Collection, Sequence

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import PromiseMeasure


def measures_of(scope: Scope, promise_ids: Collection[int]) -> dict[int, Sequence[PromiseMeasure]]:
    """The measures that judge each promise, and after them those that were taken off."""
    scope.require(Permission.SEE_IMPROVEMENT)
    found: dict[int, list[PromiseMeasure]] = {one: [] for one in promise_ids}
    for row in PromiseMeasure.objects.filter(promise_id__in=promise_ids).order_by("pk"):
        found[row.promise_id].append(row)
    return {one: sorted(rows, key=lambda row: row.ended_at is not None) for one, rows in found.items()}


def promise_measure(scope: Scope, row_id: int) -> PromiseMeasure:
    """One measure that judges a promise. Raises `NotFound` for one that was taken off."""
    scope.require(Permission.KEEP_IMPROVEMENT)
    rows = PromiseMeasure.objects.select_related("promise__theme__plan")
    found = rows.filter(pk=row_id, ended_at=None).first()
    if found is None:
        raise NotFound("There is no such measure of a promise.")
    return found
