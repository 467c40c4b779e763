"""Packs in words: lists, how far one is, and one that is ready."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.contents import Contents
from goldenthread.governance.packs.models import Pack, PackContents, PackFile
from goldenthread.governance.packs.queries import HeldFile
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.governance.presenters.calendar import meeting_name
from goldenthread.governance.presenters.sections import Section
from goldenthread.ui.values import Cell, Column, Link, Row, Step, Table
from goldenthread.ui.words import day, moment, size

MAKING = (
    "A pack writes itself from the record: what families say first, then exceptions, the five tests, "
    "figures that are frozen as they are cited, decisions and risks. It takes less than a minute, and nobody "
    "else sees it until you issue it."
)
MEDIA = {
    PackFile.Form.HTML: "text/html; charset=utf-8",
    PackFile.Form.PDF: "application/pdf",
    PackFile.Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FOR = {
    PackFile.Form.HTML: "Web page",
    PackFile.Form.PDF: "PDF, for print and for screen readers",
    PackFile.Form.WORD: "Word, to work on",
}


def packs_values(rows: Sequence[Pack], of: Meeting | None, *, may_make: bool) -> dict[str, Any]:
    """Every pack that this person may open, or those of one meeting."""
    empty = "No pack is issued yet." if not may_make else "No pack is made yet."
    above = Link("Boards", reverse("boards"))
    if of is not None:
        above = Link(f"{meeting_name(of)}, {day(of.on)}", reverse("meeting", args=[of.pk]))
    return {
        "title": "Packs",
        "caption": f"{of.board.name}, {day(of.on)}" if of else "",
        "lead": "What was issued is kept as it was, with its figures frozen.",
        "links": [Link("Make a pack", reverse("make-pack"))] if may_make else [],
        "sections": [Section("", table=_table(rows) if rows else None, empty=empty)],
        "above": above,
    }


def _table(rows: Sequence[Pack]) -> Table:
    columns = [Column("Pack"), Column("Kind"), Column("Made"), Column("Issued")]
    cells: list[list[Cell | str | int | float | None]] = [
        [
            Cell(row.title, href=reverse("pack", args=[row.pk])),
            pack_kinds()[row.kind].title if row.kind in pack_kinds() else row.kind,
            moment(row.ready_at) if row.ready_at else row.get_status_display().capitalize(),
            _issued(row) or None,
        ]
        for row in rows
    ]
    return Table(columns, cells, "Packs", caption_shown=False, missing="not issued")


def _issued(row: Pack) -> str:
    issue = getattr(row, "issue", None)
    return f"{moment(issue.issued_at)}, by {issue.by_name}" if issue else ""


def waiting(row: Pack) -> dict[str, Any]:
    """A pack that is being made."""
    begun = row.status == Pack.Status.WORKING
    values: dict[str, Any] = {
        "title": "Making the pack",
        "caption": row.title,
        "says": "You can leave this page. The pack will be among the packs when it is ready.",
        "steps": [
            Step("Asked for", f"by {row.asked_by_name}", "done"),
            Step("Made", row.step if begun else "waits for its turn", "now"),
            Step("Ready", "as a web page, PDF and Word", "to come"),
        ],
    }
    if row.to_do:
        values["progress"] = {"label": "steps done", "done": row.done, "of": row.to_do}
    return values


def pack_values(
    row: Pack,
    files: Sequence[HeldFile],
    said: tuple[Contents, PackContents] | None,
    *,
    may_make: bool,
) -> dict[str, Any]:
    """A pack that is ready, or that could not be made."""
    return {
        "title": row.title,
        "lead": said[0].summary if said else row.problem,
        "facts": _facts(row, said[1] if said else None),
        "read": Link("Read it on the screen", reverse("pack-paper", args=[row.pk])) if files else None,
        "files": _files(row, files) if files else None,
        "issue": reverse("issue-pack", args=[row.pk]) if _can_issue(row, may_make=may_make) else "",
        "above": Link("Packs", reverse("packs")),
    }


def _can_issue(row: Pack, *, may_make: bool) -> bool:
    return may_make and row.is_ready and not _issued(row)


def _facts(row: Pack, kept: PackContents | None) -> list[Row]:
    facts = [Row("Asked for", f"{moment(row.asked_at)}, by {row.asked_by_name}")]
    if row.meeting is not None:
        link = Link("Open", reverse("meeting", args=[row.meeting.pk]))
        facts.append(Row("Meeting", f"{row.meeting.board.name}, {day(row.meeting.on)}", link=link))
    if kept is not None:
        facts.append(Row("As at", day(kept.as_at)))
        facts.append(Row("Digest of what it says", kept.digest))
    facts.append(
        Row("Movements are told since", row.after.title if row.after else "no pack was issued before")
    )
    facts.append(Row("Issued", _issued(row) or "Not yet: only those who make packs see it"))
    return facts


def _files(row: Pack, files: Sequence[HeldFile]) -> Table:
    columns = [Column("File"), Column("Size"), Column("Digest (SHA-256)")]
    cells: list[list[Cell | str | int | float | None]] = [
        [
            Cell(FOR[one.form], href=reverse("pack-file", args=[row.pk, one.form])),
            size(one.size),
            Cell(one.digest, break_anywhere=True),
        ]
        for one in files
    ]
    return Table(columns, cells, "Files")
