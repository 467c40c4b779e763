"""One paper in words: its versions, and who may see it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.documents.models import Version
from goldenthread.documents.policies import why_closed
from goldenthread.governance.models import Paper
from goldenthread.governance.presenters.calendar import meeting_name
from goldenthread.governance.presenters.sections import EXAMPLE, Cells, Section
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, moment, size


def paper_values(row: Paper, versions: Sequence[Version], *, may_keep: bool) -> dict[str, Any]:
    """What the page of a paper shows."""
    meeting = row.meeting
    links = []
    if may_keep:
        links = [
            Link("Bring a newer version", reverse("replace-paper", args=[row.pk])),
            Link("Say who may see it", reverse("say-who-sees", args=[row.pk])),
        ]
    sees = start_upper(Paper.Visibility(row.visibility).label)
    return {
        "title": row.title,
        "caption": "Paper",
        "example": EXAMPLE if row.is_example else "",
        "facts": [Row("Who may see it", sees, note=row.restricted_because)],
        "links": links,
        "sections": [Section("Versions", table=_versions(row, versions), empty="No version is here.")],
        "above": Link(f"{meeting_name(meeting)}, {day(meeting.on)}", reverse("meeting", args=[meeting.pk])),
    }


def _versions(row: Paper, versions: Sequence[Version]) -> Table | None:
    cells: list[Cells] = [
        [
            Cell(
                f"Version {one.number}: {one.file_name}",
                href=reverse("paper-file", args=[row.pk, one.number]),
                note=why_closed(getattr(one, "scan", None)),
            ),
            size(one.size),
            f"{one.added_by_name}, {moment(one.added_at)}",
        ]
        for one in versions
    ]
    columns = [Column("Version"), Column("Size"), Column("Brought by")]
    return Table(columns, cells, "Versions", caption_shown=False) if cells else None
