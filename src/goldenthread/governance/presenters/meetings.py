"""Meetings in words: the calendar, and one meeting with all that belongs to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import AgendaItem, Board, Meeting
from goldenthread.governance.presenters.calendar import day_of, meeting_name, moved, when
from goldenthread.governance.presenters.decisions import actions_table, decisions_table
from goldenthread.governance.presenters.minutes import NOT_PUBLIC, minutes_table
from goldenthread.governance.presenters.sections import (
    EXAMPLE,
    Cells,
    Notice,
    Section,
    example_note,
    notes,
    noticed,
)
from goldenthread.governance.queries.meetings import ListedMeeting, MeetingPage
from goldenthread.governance.queries.papers import ShownPaper
from goldenthread.governance.ratifying import MinutesState
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, in_london, size


def calendar_values(board: Board, rows: Sequence[ListedMeeting], *, may_keep: bool) -> dict[str, Any]:
    """Every meeting of a board by year, newest first."""
    years = sorted({one.row.on.year for one in rows}, reverse=True)
    sections = [
        Section(str(year), table=meetings_table([one for one in rows if one.row.on.year == year], str(year)))
        for year in years
    ]
    links = [Link("Put them into your calendar", reverse("board-calendar", args=[board.pk]))]
    if may_keep:
        links.insert(0, Link("Call a meeting", reverse("call-meeting", args=[board.pk])))
    return {
        "title": "Meetings",
        "caption": board.name,
        "lead": "Every meeting, those that were cancelled included.",
        "links": links,
        "sections": sections or [Section("", empty="No meeting is called yet.")],
        "above": Link(board.name, reverse("board", args=[board.pk])),
    }


def meetings_table(rows: Sequence[ListedMeeting], caption: str) -> Table:
    """Meetings with what became of each, who was missing, and how far the minutes are."""
    cells: list[Cells] = [
        [
            Cell(
                day_of(one.row),
                href=reverse("meeting", args=[one.row.pk]),
                note=notes(
                    "" if meeting_name(one.row) == "Meeting" else meeting_name(one.row), moved(one.row)
                ),
            ),
            became(one.row),
            " ".join(empty.says for empty in one.empty) or ("–" if one.row.is_cancelled else "Nobody"),
            _minutes(one),
        ]
        for one in rows
    ]
    columns = [Column("Meeting"), Column("What became of it"), Column("Missing from it"), Column("Minutes")]
    return Table(columns, cells, caption, caption_shown=False)


def became(row: Meeting) -> str:
    """Planned, held, or cancelled and why."""
    if row.is_cancelled:
        return f"Cancelled: {row.cancelled_because}"
    return start_upper(row.get_status_display())


def _minutes(one: ListedMeeting) -> str:
    update = " The chair’s update is published." if one.has_update else ""
    return f"{one.minutes.says.rstrip('.')}.{update}"


def meeting_values(page: MeetingPage, today: date, *, may_keep: bool, may_chair: bool) -> dict[str, Any]:
    """What the page of a meeting shows, in the order of the meeting."""
    row = page.row
    return {
        "title": f"{meeting_name(row)}, {day_of(row)}",
        "caption": row.board.name,
        "example": EXAMPLE if row.is_example else "",
        "notice": _notice(page),
        "facts": _facts(page),
        "links": _links(page, today, may_chair=may_chair) if may_keep or may_chair else [],
        "sections": [section for section in _sections(page, today, may_keep=may_keep) if section],
        "above": Link(row.board.name, reverse("board", args=[row.board_id])),
    }


def packs_of(row: Meeting, *, may_make: bool) -> dict[str, Any]:
    """The way to the packs of a meeting, and the act that makes one."""
    return {
        "packs": Link("Packs of this meeting", f"{reverse('packs')}?meeting={row.pk}"),
        "make_pack": reverse("make-pack-of-meeting", args=[row.pk, "board"]) if may_make else "",
    }


def _notice(page: MeetingPage) -> Notice | None:
    if page.row.is_cancelled:
        return Notice("This meeting was cancelled.", page.row.cancelled_because)
    return noticed([empty.says for empty in page.empty])


def _facts(page: MeetingPage) -> list[Row]:
    row = page.row
    facts = [Row("When", when(row), note=moved(row))]
    if row.place:
        facts.append(Row("Where", row.place))
    facts.append(Row("What became of it", became(row)))
    if row.with_body is not None:
        facts.append(Row("Who reviews", row.with_body.name))
    if row.record_elsewhere:
        facts.append(Row("Its published record", row.record_elsewhere))
    facts.append(Row("Minutes", page.standing.says))
    update = Link("Read it" if page.update else "Open", reverse("chair-update", args=[row.pk]))
    said = f"Published on {day(in_london(page.update.recorded_at))}" if page.update else "Not published"
    if row.is_held:
        facts.append(Row("The chair’s update", said, link=update))
    return facts


def _links(page: MeetingPage, today: date, *, may_chair: bool) -> list[Link]:
    row = page.row
    if may_chair:
        return (
            [Link("Write the chair’s update", reverse("write-update", args=[row.pk]))] if row.is_held else []
        )
    if row.is_cancelled:
        return []
    agenda = [
        Link("Add an item", reverse("add-item", args=[row.pk])),
        Link("Add a paper", reverse("add-paper", args=[row.pk])),
        Link("Keep an interest", reverse("declare-conflict", args=[row.pk])),
    ]
    if row.is_planned:
        came = [Link("Say who came", reverse("hold-meeting", args=[row.pk]))] if row.on <= today else []
        return [
            *came,
            *agenda,
            Link("Move it", reverse("move-meeting", args=[row.pk])),
            Link("Cancel it", reverse("cancel-meeting", args=[row.pk])),
        ]
    if page.agreed is not None:
        return [Link("Add a paper", reverse("add-paper", args=[row.pk]))]
    return [
        Link("Keep a decision", reverse("decide", args=[row.pk])),
        Link("Agree an action", reverse("agree-action", args=[row.pk])),
        Link("Write the minutes", reverse("write-minutes", args=[row.pk])),
        *([Link("Say who agreed them", reverse("ratify-minutes", args=[row.pk]))] if page.minutes else []),
        *agenda,
        Link("Mend who came", reverse("hold-meeting", args=[row.pk])),
    ]


def _sections(page: MeetingPage, today: date, *, may_keep: bool) -> list[Section | None]:
    held = page.row.is_held
    return [
        Section(
            "Agenda",
            table=_agenda(page, may_keep=may_keep) if page.items else None,
            empty="There is no agenda here.",
        ),
        _papers(page, may_keep=may_keep),
        Section(
            "Seats",
            table=_seats(page) if page.seats else None,
            empty="This board has no seats yet.",
        ),
        Section("Interests declared", table=_conflicts(page)) if page.conflicts else None,
        Section("Decisions", table=decisions_table(page.decisions, with_board=False))
        if page.decisions
        else None,
        Section("Actions", table=actions_table(page.actions, today)) if page.actions else None,
        _minutes_section(page) if held else None,
    ]


def _agenda(page: MeetingPage, *, may_keep: bool) -> Table:
    decided = {one.item_id for one in page.decisions}
    rows: list[Cells] = []
    for item in page.items:
        row: Cells = [
            Cell(str(item), note=notes(_promise(item), example_note(item.is_example))),
            start_upper(item.get_purpose_display()),
            Cell(item.asked or "–", note=_undecided(item, page, decided)),
            start_upper(item.presenter_role) or None,
            item.minutes_given,
        ]
        if may_keep and page.agreed is None and not page.row.is_cancelled:
            row.append(Cell("Change", href=reverse("change-item", args=[item.pk])))
            row.append(Cell("Take it off", href=reverse("remove-item", args=[item.pk])))
        rows.append(row)
    columns = [Column("Item"), Column("What for"), Column("What is asked"), Column("Presented by")]
    columns.append(Column("Time, minutes", number=True))
    if rows and len(rows[0]) > len(columns):
        columns += [Column("Change"), Column("Take off")]
    return Table(columns, rows, "Agenda", caption_shown=False, missing="not said", plain_names=True)


def _promise(item: AgendaItem) -> str:
    return f"Promise {item.promise.code}: {item.promise.words}" if item.promise else ""


def _undecided(item: AgendaItem, page: MeetingPage, decided: set[int | None]) -> str:
    if item.purpose != AgendaItem.Purpose.DECIDE or page.row.is_cancelled:
        return ""
    if item.pk in decided:
        return "Decided"
    return "No decision is recorded" if page.row.is_held else "Decision needed"


def _papers(page: MeetingPage, *, may_keep: bool) -> Section:
    items = {item.pk: item for item in page.items}
    rows: list[Cells] = []
    for paper in page.papers:
        newest = paper.newest
        href = reverse("paper-file", args=[paper.pk, newest.number]) if newest else ""
        item = items.get(paper.item_id or 0)
        row: Cells = [
            Cell(paper.title, href=href, note=notes(_file(paper), example_note(paper.is_example))),
            str(item) if item else "The whole meeting",
            Cell(start_upper(paper.visibility.label), note=paper.restricted_because),
        ]
        if may_keep:
            row.append(Cell("Open", href=reverse("paper", args=[paper.pk])))
        rows.append(row)
    columns = [Column("Paper"), Column("Item"), Column("Who may see it")]
    if may_keep:
        columns.append(Column("Versions"))
    table = Table(columns, rows, "Papers", caption_shown=False) if rows else None
    return Section("Papers", table=table, empty="There are no papers here.")


def _file(paper: ShownPaper) -> str:
    newest = paper.newest
    if newest is None:
        return ""
    version = f", version {newest.number}" if newest.number > 1 else ""
    return f"{newest.file_name}, {size(newest.size)}{version}"


def _seats(page: MeetingPage) -> Table:
    rows: list[Cells] = []
    for one in page.seats:
        row = one.seat.row
        body = row.body.name if row.body else ""
        came: Cell | str | None = one.attendance.get_how_display().capitalize() if one.attendance else None
        cells: Cells = [
            Cell(start_upper(row.role), note=notes(body, example_note(row.is_example))),
            one.holder or "Empty: nobody holds it on that day",
        ]
        rows.append([*cells, came] if page.row.is_held else cells)
    columns = [Column("Seat"), Column("Held by")]
    if page.row.is_held:
        columns.append(Column("Who came"))
    return Table(columns, rows, "Seats", caption_shown=False, missing="not recorded", plain_names=True)


def _conflicts(page: MeetingPage) -> Table:
    rows: list[Cells] = [
        [
            start_upper(one.seat.role),
            str(one.item) if one.item else "The whole meeting",
            one.words,
            start_upper(one.get_done_display()),
        ]
        for one in page.conflicts
    ]
    columns = [Column("Seat"), Column("Item"), Column("Interest"), Column("What was done")]
    return Table(columns, rows, "Interests declared", caption_shown=False, plain_names=True)


def _minutes_section(page: MeetingPage) -> Section:
    lines = [f"{page.standing.says}."]
    if page.standing.state in (MinutesState.DRAFT, MinutesState.NOT_WRITTEN):
        lines.append(NOT_PUBLIC)
    return Section("Minutes", table=minutes_table(page), paragraphs=lines)


def in_a_sentence(one: ListedMeeting) -> str:
    """Wednesday 12 February 2025. The seat of young people is empty: nobody holds it."""
    return " ".join([f"{when(one.row)}.", *(empty.says for empty in one.empty)])
