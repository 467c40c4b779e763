"""Papers of meetings, as far as someone may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.documents import queries as documents
from goldenthread.documents.models import Version
from goldenthread.governance.models import Paper
from goldenthread.governance.permissions import can_see_restricted

WITHHELD = "A paper that is restricted"


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper as this person sees it. Of one withheld only the reason is told: no title and no version.

    `versions` are newest first.
    """

    pk: int
    meeting_id: int
    item_id: int | None
    title: str
    visibility: Paper.Visibility
    restricted_because: str
    is_example: bool
    versions: Sequence[Version]

    @property
    def newest(self) -> Version | None:
        return self.versions[0] if self.versions else None


def papers_of(scope: Scope, meeting_ids: Sequence[int]) -> list[ShownPaper]:
    """The papers of meetings, in the order of the agenda. Two queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = list(Paper.objects.filter(meeting__in=meeting_ids).order_by("meeting", "item__place", "pk"))
    openable = [row.document_id for row in rows if _may_open(scope, row)]
    versions = documents.about_nobody(scope, openable, under=Permission.SEE_GOVERNANCE) if rows else {}
    return [_shown(row, versions.get(row.document_id, []), _may_open(scope, row)) for row in rows]


def _may_open(scope: Scope, row: Paper) -> bool:
    return row.visibility != Paper.Visibility.RESTRICTED or can_see_restricted(scope)


def _shown(row: Paper, versions: Sequence[Version], may_open: bool) -> ShownPaper:
    return ShownPaper(
        row.pk,
        row.meeting_id,
        row.item_id,
        row.title if may_open else WITHHELD,
        Paper.Visibility(row.visibility),
        row.restricted_because,
        row.is_example,
        versions,
    )


def paper(scope: Scope, paper_id: int) -> Paper:
    """One paper that this person may open. Raises `NotFound`, also for one that is withheld."""
    scope.require(Permission.SEE_GOVERNANCE)
    row = Paper.objects.select_related("meeting__board", "document").filter(pk=paper_id).first()
    if row is None or not _may_open(scope, row):
        raise NotFound("There is no such paper.")
    return row


def versions_of(scope: Scope, row: Paper) -> list[Version]:
    """Every version of a paper that this person was found to open, newest first."""
    found = documents.about_nobody(scope, [row.document_id], under=Permission.SEE_GOVERNANCE)
    return found.get(row.document_id, [])


def paper_version(scope: Scope, paper_id: int, number: int) -> Version:
    """One version of a paper that this person may open. Raises `NotFound`."""
    row = paper(scope, paper_id)
    found = next((one for one in versions_of(scope, row) if one.number == number), None)
    if found is None:
        raise NotFound("There is no such version of this paper.")
    return found
