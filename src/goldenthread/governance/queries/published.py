"""What the public may see of meetings, and nothing else: the one door through which it leaves governance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Version
from goldenthread.documents.policies import why_closed
from goldenthread.governance.models import Decision, Meeting, Minutes, Paper, PublishedUpdate
from goldenthread.governance.queries.meetings import ListedMeeting, meetings
from goldenthread.governance.queries.papers import ShownPaper, papers_of
from goldenthread.ui.words import in_london


@dataclass(frozen=True, slots=True)
class PublicPaper:
    """A paper that everyone may read: its title and the newest version. Its bytes are
    `documents.storing.pieces_of(version.stored_as)`."""

    pk: int
    title: str
    version: Version
    is_example: bool


@dataclass(frozen=True, slots=True)
class PublicUpdate:
    """The chair's update as it stands: who said what, who does what, by when."""

    number: int
    opening: str
    items: Sequence[Mapping[str, Any]]
    published_on: date
    is_example: bool


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """A meeting as the public may see it. `minutes` are the words that were ratified, else empty, and
    `listed.minutes.says` tells how far they are. Decisions come out with the minutes."""

    listed: ListedMeeting
    papers: Sequence[PublicPaper]
    minutes: str
    decisions: Sequence[Decision]
    update: PublicUpdate | None

    @property
    def row(self) -> Meeting:
        return self.listed.row


def published_papers(
    scope: Scope, *, board_id: int | None = None, since: date | None = None
) -> list[PublicMeeting]:
    """Meetings with what everyone may read of them, newest first; cancelled ones with their reason.

    Papers: those marked for everyone, of meetings that were held, out of quarantine. Minutes and decisions:
    of meetings whose minutes were ratified. Updates: the newest that the chair published.
    """
    listed = meetings(scope, board_id=board_id, since=since)
    held = [one.row.pk for one in listed if one.row.is_held]
    papers = [one for one in papers_of(scope, held) if one.visibility is Paper.Visibility.PUBLIC]
    minutes = dict(
        Minutes.objects.filter(meeting__in=held, ratification__isnull=False).values_list("meeting", "words")
    )
    decisions = list(
        Decision.objects.filter(meeting__in=list(minutes)).select_related("superseded_by__meeting", "item")
    )
    updates = {
        row.meeting_id: row
        for row in PublishedUpdate.objects.filter(meeting__in=held).order_by("meeting", "number")
    }
    return [
        PublicMeeting(
            one,
            [_paper(paper) for paper in papers if paper.meeting_id == one.row.pk and _is_readable(paper)],
            minutes.get(one.row.pk, ""),
            sorted((row for row in decisions if row.meeting_id == one.row.pk), key=lambda row: row.pk),
            _update(updates.get(one.row.pk)),
        )
        for one in listed
    ]


def _is_readable(paper: ShownPaper) -> bool:
    return paper.newest is not None and not why_closed(getattr(paper.newest, "scan", None))


def _paper(paper: ShownPaper) -> PublicPaper:
    return PublicPaper(paper.pk, paper.title, paper.versions[0], paper.is_example)


def _update(row: PublishedUpdate | None) -> PublicUpdate | None:
    if row is None:
        return None
    return PublicUpdate(row.number, row.opening, row.items, in_london(row.recorded_at).date(), row.is_example)
