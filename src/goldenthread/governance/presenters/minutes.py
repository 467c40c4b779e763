"""Minutes in versions, and the chair's update, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import ChairUpdate, ChairUpdateItem, Meeting, Minutes, PublishedUpdate
from goldenthread.governance.presenters.calendar import meeting_name
from goldenthread.governance.presenters.sections import (
    EXAMPLE,
    Cells,
    Section,
    example_note,
    notes,
    noticed,
    paragraphs_of,
)
from goldenthread.governance.queries.meetings import MeetingPage
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, moment

NOT_PUBLIC = "The public does not see these minutes until they are agreed."


def minutes_table(page: MeetingPage) -> Table | None:
    """Every version that this person may see, newest first."""
    rows: list[Cells] = [
        [
            Cell(
                f"Version {one.number}",
                href=reverse("minutes", args=[page.row.pk, one.number]),
                note=example_note(one.is_example),
            ),
            standing_of(one),
            one.because or None,
            f"{one.by_name}, {moment(one.recorded_at)}",
        ]
        for one in page.minutes
    ]
    columns = [Column("Minutes"), Column("What it is"), Column("What was corrected"), Column("Written")]
    return Table(columns, rows, "Minutes", caption_shown=False, missing="nothing said") if rows else None


def standing_of(one: Minutes) -> str:
    """Agreed, a draft that the board has, or one that only the office has."""
    if hasattr(one, "ratification"):
        return f"Agreed on {day(one.ratification.at_meeting.on)}"
    return "Draft, with the board" if one.shared else "Draft, with the chair and the office"


def version_values(one: Minutes, page: MeetingPage) -> dict[str, Any]:
    """One version of the minutes."""
    meeting = one.meeting
    is_agreed = hasattr(one, "ratification")
    facts = [Row("What it is", standing_of(one))]
    if one.because:
        facts.append(Row("What was corrected", one.because))
    facts.append(Row("Written", f"{one.by_name}, {moment(one.recorded_at)}"))
    says = [empty.says for empty in page.empty]
    if not is_agreed:
        says.insert(0, f"{page.standing.says}.")
    return {
        "title": f"Minutes of {day(meeting.on)}",
        "caption": f"{meeting.board}, version {one.number}",
        "example": EXAMPLE if one.is_example else "",
        "notice": noticed(says),
        "facts": facts,
        "sections": [Section("What was said", paragraphs=paragraphs_of(one.words))],
        "above": Link(f"{meeting_name(meeting)}, {day(meeting.on)}", reverse("meeting", args=[meeting.pk])),
    }


def update_sections(opening: str, items: Sequence[Mapping[str, Any]]) -> list[Section]:
    """The update as it is read: how it opens, then each thing with what was said and what will be done."""
    found = [Section("", paragraphs=paragraphs_of(opening))]
    for item in items:
        by_when = f", by {day(date.fromisoformat(item['by_when']))}" if item["by_when"] else ""
        found.append(
            Section(
                item["about"],
                paragraphs=[
                    f"What was said: {item['said']}",
                    f"What we will do: {item['will_do']}",
                    f"Who: {item['who']}{by_when}.",
                ],
            )
        )
    return found


def published_values(
    page: MeetingPage, versions: Sequence[PublishedUpdate], *, may_chair: bool
) -> dict[str, Any]:
    """The chair's update as it stands, and the versions before it."""
    row = page.row
    newest = versions[0] if versions else None
    sections = update_sections(newest.opening, newest.items) if newest else []
    if not newest:
        sections = [Section("", empty="The chair has not published an update after this meeting.")]
    for one in versions[1:]:
        heading = f"Version {one.number}, of {moment(one.recorded_at)}"
        text = [
            p for part in update_sections(one.opening, one.items) for p in (part.heading, *part.paragraphs)
        ]
        sections.append(Section(heading, paragraphs=[words for words in text if words]))
    published = f"Published on {moment(newest.recorded_at)} by the chair. " if newest else ""
    return {
        "title": "The chair’s update",
        "caption": f"{row.board}, {meeting_name(row).lower()} of {day(row.on)}",
        "example": EXAMPLE if newest and newest.is_example else "",
        "notice": noticed([empty.says for empty in page.empty]),
        "lead": f"{published}{page.standing.says}.",
        "links": [Link("Write the update", reverse("write-update", args=[row.pk]))]
        if may_chair and row.is_held
        else [],
        "sections": sections,
        "above": Link(f"{meeting_name(row)}, {day(row.on)}", reverse("meeting", args=[row.pk])),
    }


def draft_values(row: Meeting, update: ChairUpdate, items: Sequence[ChairUpdateItem]) -> dict[str, Any]:
    """The update as it is being written."""
    cells: list[Cells] = [
        [
            Cell(one.about, href=reverse("change-update-item", args=[one.pk])),
            one.said,
            one.will_do,
            Cell(one.who, note=notes(day(one.by_when)) if one.by_when else ""),
            Cell("Take it out", href=reverse("remove-update-item", args=[one.pk])),
        ]
        for one in items
    ]
    columns = [Column("About"), Column("What was said"), Column("What we will do"), Column("Who, by when")]
    columns.append(Column("Change"))
    table = Table(columns, cells, "What the update says", caption_shown=False) if cells else None
    return {
        "title": "Write the chair’s update",
        "caption": f"{row.board}, {meeting_name(row).lower()} of {day(row.on)}",
        "lead": "Nobody else reads this until you publish it. The minutes need not be agreed for that.",
        "example": EXAMPLE if update.is_example else "",
        "links": [
            Link("Change how it begins", reverse("open-update", args=[row.pk])),
            Link("Add something that was said", reverse("add-update-item", args=[row.pk])),
        ],
        "sections": [
            Section("How it begins", paragraphs=paragraphs_of(update.opening)),
            Section("What was said, and what we will do", table=table, empty="Nothing is in it yet."),
        ],
        "publish": Link("Publish the update", reverse("publish-update", args=[row.pk])) if items else None,
        "above": Link("The chair’s update", reverse("chair-update", args=[row.pk])),
    }
