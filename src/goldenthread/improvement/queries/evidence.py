"""Evidence beside promises, as far as the reader may see it, and whether it counts.

An item counts only while the newest check, by someone outside the team that owns it, says that it holds.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.queries import cited_figures
from goldenthread.figures.models import CitedFigure
from goldenthread.improvement.models import Evidence, EvidenceCheck, EvidenceWithdrawal, SeenBy
from goldenthread.improvement.permissions import level_of
from goldenthread.improvement.strength import STRENGTHS, Strength
from goldenthread.organisations.models import Organisation, Team


class Standing(StrEnum):
    """Where an item stands."""

    HOLDS = "holds"
    UNCHECKED = "unchecked"
    DOES_NOT_HOLD = "does not hold"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class CountedEvidence:
    """An item, its checks (the oldest first), and what became of it."""

    row: Evidence
    checks: Sequence[EvidenceCheck]
    withdrawal: EvidenceWithdrawal | None
    replaced_by: Evidence | None

    @property
    def standing(self) -> Standing:
        if self.withdrawal is not None:
            return Standing.WITHDRAWN
        if self.replaced_by is not None:
            return Standing.REPLACED
        if not self.checks:
            return Standing.UNCHECKED
        return Standing.HOLDS if self.checks[-1].holds else Standing.DOES_NOT_HOLD

    @property
    def counts(self) -> bool:
        """Whether someone outside the owning team checked it and it holds. Nothing else is evidence."""
        return self.standing is Standing.HOLDS

    @property
    def strength(self) -> Strength:
        return STRENGTHS[self.row.kind]

    @property
    def is_shown(self) -> bool:
        """Whether its words may still be shown: not after a family took back its consent."""
        return self.withdrawal is None or not self.withdrawal.consent_ended


def of_promises(
    scope: Scope,
    promise_ids: Collection[int],
    *,
    audience: SeenBy = SeenBy.KEEPERS,
    with_past: bool = False,
) -> dict[int, list[CountedEvidence]]:
    """The evidence beside each promise, strongest and newest first: all of it in three questions.

    As the reader may see it, and no more than `audience` may: a pack for a board or a page for the public
    names its audience, whoever makes it. `with_past` adds what was replaced or withdrawn, for keepers.
    """
    found: dict[int, list[CountedEvidence]] = {number: [] for number in promise_ids}
    for row in _seen(scope, audience=audience, with_past=with_past).filter(promise__in=promise_ids):
        found[row.promise_id].append(_counted(row))
    return {number: sorted(items, key=_by_weight) for number, items in found.items()}


def _by_weight(item: CountedEvidence) -> tuple[int, int, int, int]:
    """What counts before what does not, then strength, then the newest."""
    return (
        not item.counts,
        -item.strength.value,
        -item.row.happened_on.toordinal(),
        -item.row.pk,
    )


def _counted(row: Evidence) -> CountedEvidence:
    """An item that `_seen` found, with what was prefetched."""
    return CountedEvidence(
        row,
        list(row.checks.all()),
        getattr(row, "withdrawal", None),
        getattr(row, "replaced_by", None),
    )


def _seen(scope: Scope, *, audience: SeenBy = SeenBy.KEEPERS, with_past: bool = False) -> QuerySet[Evidence]:
    """Items that the reader and the audience may see."""
    level = level_of(scope)
    rows = Evidence.objects.filter(seen_by__gte=max(level, audience))
    if not with_past or level is not SeenBy.KEEPERS:
        rows = rows.filter(withdrawal__isnull=True, replaced_by__isnull=True)
    rows = rows.select_related(
        "owner", "owner_team", "milestone", "cited_figure", "document", "withdrawal", "replaced_by"
    )
    return rows.prefetch_related(Prefetch("checks", EvidenceCheck.objects.order_by("pk")), "answers__origin")


def item(scope: Scope, evidence_id: int, *, audience: SeenBy = SeenBy.KEEPERS) -> CountedEvidence:
    """One item. Raises `NotFound`, also for what the reader may not see: it is not there for them."""
    rows = _seen(scope, audience=audience, with_past=True).select_related(
        "promise__theme__plan", "replaces", "promise__accountable"
    )
    found = rows.filter(pk=evidence_id).first()
    if found is None:
        raise NotFound("There is no such evidence.")
    return _counted(found)


def milestones_evidenced(scope: Scope, promise_ids: Collection[int]) -> set[int]:
    """The milestones of these promises that some item shows to be met, which counts."""
    items = of_promises(scope, promise_ids)
    return {
        one.row.milestone_id
        for beside in items.values()
        for one in beside
        if one.counts and one.row.milestone_id is not None
    }


def waiting_for_a_check(scope: Scope) -> list[CountedEvidence]:
    """Items that nobody has checked, the oldest first."""
    scope.require(Permission.CHECK_EVIDENCE)
    rows = _seen(scope).filter(checks__isnull=True).select_related("promise__theme__plan")
    return [_counted(row) for row in rows.order_by("added_at", "pk")]


def figures_to_cite(scope: Scope) -> list[CitedFigure]:
    """Cited figures, the newest first: what an item can rest on."""
    scope.require(Permission.KEEP_EVIDENCE)
    return cited_figures(scope)


def owners(scope: Scope) -> list[Organisation]:
    """Bodies whose work an item can show."""
    scope.require(Permission.KEEP_EVIDENCE)
    return list(Organisation.objects.order_by("name"))


def teams_of_owners(scope: Scope) -> list[Team]:
    """Teams that an item can belong to."""
    scope.require(Permission.KEEP_EVIDENCE)
    return list(Team.objects.order_by("name"))
