"""Meetings as everyone may read of them: how far the minutes are, papers, decisions, the chair's update."""

from datetime import date
from typing import Any

from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Decision, Meeting
from goldenthread.governance.queries.published import (
    PublicMeeting,
    PublicPaper,
    PublicUpdate,
    published_papers,
)
from goldenthread.publication.parts import Part, part
from goldenthread.ui.fields import start_upper
from goldenthread.ui.words import day


def meetings(scope: Scope) -> list[Part]:
    """Every meeting, newest first; cancelled ones with the reason."""
    return [_part(one) for one in published_papers(scope)]


def _part(one: PublicMeeting) -> Part:
    row = one.row
    update = [_update(row.pk, one.update)] if one.update else []
    minutes = [_section(f"minutes-{row.pk}", "Minutes", one.listed.minutes.says, one.minutes)]
    decided = [_decision(each) for each in one.decisions]
    return part(
        f"meeting-{row.pk}",
        _title(row),
        says=_standing(one),
        on=row.on,
        is_example=row.is_example,
        body={
            "what": row.get_status_display(),
            "elsewhere": row.record_elsewhere,
            "papers": [*update, *decided, *(minutes if one.minutes else [])],
            "files": [_file(paper) for paper in one.papers],
        },
    )


def _title(row: Meeting) -> str:
    if row.with_body is not None:
        return f"{row.title or 'Review meeting'} with {row.with_body}"
    return f"{row.board}: {row.title}" if row.title else str(row.board)


def _standing(one: PublicMeeting) -> str:
    row = one.row
    if row.is_cancelled:
        return f"Cancelled: {row.cancelled_because.rstrip('.')}."
    moved = f"First called for {day(row.first_called_for)}." if row.first_called_for != row.on else ""
    said = [one.listed.minutes.says, moved, *(each.says for each in one.listed.empty)]
    return " ".join(f"{each.rstrip('.')}." for each in said if each)


def _section(key: str, title: str, status: str, words: str) -> dict[str, Any]:
    return {"key": key, "title": title, "status": status, "words": words}


def _decision(row: Decision) -> dict[str, Any]:
    key, title = f"decision-{row.pk}", "Decided"
    mark = "Example: invented for the demonstration." if row.is_example else ""
    return _section(key, title, mark, "\n\n".join(filter(None, [row.words, f"Why: {row.because}"])))


def _update(meeting_id: int, update: PublicUpdate) -> dict[str, Any]:
    lines = [update.opening]
    for item in update.items:
        lines += [f"{item['about']}: {item['said']}", f"What we will do: {item['will_do']}"]
        if item["who"]:
            by = f" by {day(date.fromisoformat(item['by_when']))}" if item["by_when"] else ""
            lines.append(f"{start_upper(item['who'])}{by}.")
    mark = " Example: invented for the demonstration." if update.is_example else ""
    status = f"{day(update.published_on)}.{mark}"
    return _section(f"update-{meeting_id}", "The chair’s update", status, "\n\n".join(lines))


def _file(paper: PublicPaper) -> dict[str, Any]:
    """A paper by its bytes: their digest is what the public asks for, and what an export verifies."""
    version = paper.version
    return {
        "key": f"paper-{paper.pk}",
        "title": paper.title,
        "name": version.file_name,
        "media_type": version.media_type,
        "size": version.size,
        "digest": version.digest,
        "is_example": paper.is_example,
    }
