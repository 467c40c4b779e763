"""Boards in words: the list, a board's front page, its terms of reference and its seats."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import Board, TermsOfReference
from goldenthread.governance.presenters.decisions import actions_table, escalations_table, needed_table
from goldenthread.governance.presenters.meetings import in_a_sentence, meetings_table
from goldenthread.governance.presenters.sections import (
    EXAMPLE,
    Cells,
    Section,
    example_note,
    notes,
    noticed,
    paragraphs_of,
)
from goldenthread.governance.queries.boards import BoardFront, ListedBoard
from goldenthread.governance.seating import HeldSeat
from goldenthread.governance.voices import NAMES, Voice
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, plural

OVERDUE_SHOWN = 10


def boards_values(boards: Sequence[ListedBoard], today: date, *, may_keep: bool) -> dict[str, Any]:
    """Every board and group, when it meets next, who is missing, what waits."""
    rows: list[Cells] = [
        [
            Cell(
                one.row.name,
                href=reverse("board", args=[one.row.pk]),
                note=notes(start_upper(one.row.get_kind_display()), _ended(one.row)),
            ),
            in_a_sentence(one.next_meeting) if one.next_meeting else None,
            one.to_decide,
            one.open_actions,
            Cell(chip=str(one.overdue_actions), alarming=True) if one.overdue_actions else 0,
        ]
        for one in boards
    ]
    columns = [Column("Board"), Column("Meets next"), Column("Decisions needed", number=True)]
    columns += [Column("Actions open", number=True), Column("Overdue", number=True)]
    table = (
        Table(columns, rows, "Boards and groups", caption_shown=False, missing="not called") if rows else None
    )
    return {
        "title": "Boards",
        "lead": "Who decides on the plan, with whom at the table, and what came of what was decided.",
        "links": [
            Link("Every decision", reverse("all-decisions")),
            Link("Risks of the plans", reverse("board-risks")),
        ],
        "act": Link("Set up a board", reverse("set-up-board")) if may_keep else None,
        "sections": [
            Section(
                "",
                table=table,
                empty="No board is here yet. Set one up, give it its seats, and call its first meeting.",
            )
        ],
    }


def _ended(row: Board) -> str:
    return f"Ended on {day(row.ended_on)}: {row.ended_because}" if row.ended_on else ""


def front_values(front: BoardFront, today: date, *, may_keep: bool) -> dict[str, Any]:
    """A board's front page: the next meeting, what it must decide, what is overdue, which minutes wait."""
    row = front.row
    return {
        "title": row.name,
        "caption": start_upper(row.get_kind_display()),
        "example": EXAMPLE if row.is_example else "",
        "notice": noticed([one.says for one in front.next_meeting.empty]) if front.next_meeting else None,
        "lead": row.purpose,
        "facts": _facts(front, today),
        "links": _front_links(row, may_keep=may_keep),
        "sections": _front_sections(front, today),
        "above": Link("Boards", reverse("boards")),
    }


def _facts(front: BoardFront, today: date) -> list[Row]:
    row = front.row
    facts = [Row("Sits since", day(row.started_on) if row.started_on else "Not known", note=_ended(row))]
    if front.next_meeting:
        link = Link("Open", reverse("meeting", args=[front.next_meeting.row.pk]), "the next meeting")
        facts.append(Row("Next meeting", in_a_sentence(front.next_meeting), link=link))
    else:
        facts.append(Row("Next meeting", "None is called"))
    if row.reports_to is not None:
        link = Link(row.reports_to.name, reverse("board", args=[row.reports_to_id]))
        facts.append(Row("Reports to", "", link=link))
    facts += [
        Row("Hears from", "", link=Link(one.name, reverse("board", args=[one.pk]))) for one in front.below
    ]
    for voice in Voice:
        facts.append(Row(f"Seat of {NAMES[voice]}", _held(front.seats, voice, today)))
    return facts


def _held(seats: Sequence[HeldSeat], voice: Voice, today: date) -> str:
    theirs = [one for one in seats if one.row.kind == voice]
    if not theirs:
        return "There is no such seat"
    holders = [holding for one in theirs if (holding := one.holder_on(today))]
    if not holders:
        return "Empty: nobody holds it"
    return "; ".join(f"{one.holder}, since {day(one.from_on)}" for one in holders)


def _front_links(row: Board, *, may_keep: bool) -> list[Link]:
    links = [
        Link("Meetings", reverse("board-meetings", args=[row.pk])),
        Link("Seats", reverse("board-seats", args=[row.pk])),
        Link("Terms of reference", reverse("board-terms", args=[row.pk])),
        Link("Decisions", reverse("board-decisions", args=[row.pk])),
        Link("Actions", reverse("board-actions", args=[row.pk])),
        Link("Brought to the board", reverse("escalations", args=[row.pk])),
    ]
    if may_keep and not row.ended_on:
        links += [
            Link("Call a meeting", reverse("call-meeting", args=[row.pk])),
            Link("Change the board", reverse("change-board", args=[row.pk])),
            Link("End the board", reverse("end-board", args=[row.pk])),
        ]
    return links


def _front_sections(front: BoardFront, today: date) -> list[Section]:
    overdue = [one for one in front.actions if one.standing.is_overdue(today)]
    every = Link(
        f"All {plural(len(front.actions), 'open action')}", reverse("board-actions", args=[front.row.pk])
    )
    sections = [
        Section(
            "Decisions needed",
            table=needed_table(front.to_decide) if front.to_decide else None,
            empty="Nothing waits for a decision of this board.",
        ),
        Section(
            f"Overdue actions, {len(overdue)} of {len(front.actions)} open",
            table=actions_table(overdue[:OVERDUE_SHOWN], today) if overdue else None,
            empty="No action is overdue.",
            links=[every] if front.actions else [],
        ),
    ]
    if front.escalations:
        sections.append(Section("Brought to the board", table=escalations_table(front.escalations)))
    if front.not_recorded:
        table = meetings_table(front.not_recorded, "Nobody has said what became of these meetings")
        sections.append(Section("Nobody has said what became of these meetings", table=table))
    sections.append(
        Section(
            "Minutes that wait",
            table=meetings_table(front.minutes_waiting, "Minutes that wait")
            if front.minutes_waiting
            else None,
            empty="The minutes of every meeting that was held are agreed, or kept elsewhere.",
        )
    )
    if front.recent:
        sections.append(Section("Last meetings", table=meetings_table(front.recent, "Last meetings")))
    return sections


def terms_values(board: Board, versions: Sequence[TermsOfReference], *, may_keep: bool) -> dict[str, Any]:
    """Terms of reference as they stand, and the versions before."""
    sections = [
        Section(
            f"Version {one.number}, agreed on {day(one.agreed_on)}",
            paragraphs=[
                *([EXAMPLE] if one.is_example else []),
                f"What is new: {one.because}",
                *paragraphs_of(one.words),
            ],
        )
        for one in versions
    ]
    links = [Link("Keep a new version", reverse("agree-terms", args=[board.pk]))] if may_keep else []
    return {
        "title": "Terms of reference",
        "caption": board.name,
        "lead": "The newest version holds. Earlier ones stay.",
        "links": links,
        "sections": sections or [Section("", empty="No terms of reference are kept here yet.")],
        "above": Link(board.name, reverse("board", args=[board.pk])),
    }


def seats_values(board: Board, seats: Sequence[HeldSeat], today: date, *, may_keep: bool) -> dict[str, Any]:
    """The seats of a board, who holds each and since when, and who held it before."""
    now = [one for one in seats if one.stands_on(today)]
    gone = [one for one in seats if not one.stands_on(today)]
    empty = [
        f"The seat of {NAMES[voice]} is empty: nobody holds it."
        if any(one.row.kind == voice for one in now)
        else f"This board has no seat for {NAMES[voice]}."
        for voice in Voice
        if not any(one.row.kind == voice and one.holder_on(today) for one in now)
    ]
    sections = [
        Section(
            "Seats",
            table=_seats_table(now, today, may_keep=may_keep) if now else None,
            empty="This board has no seats yet. Begin with those of the chair, the forum and young people.",
        )
    ]
    if gone:
        table = _seats_table(gone, today, may_keep=False)
        sections.append(Section("Seats that are not there today", table=table))
    links = [Link("Add a seat", reverse("add-seat", args=[board.pk]))] if may_keep else []
    return {
        "title": "Seats",
        "caption": board.name,
        "notice": noticed(empty),
        "lead": "A seat belongs to a role and a body. It stays when its holder goes.",
        "links": links,
        "sections": sections,
        "above": Link(board.name, reverse("board", args=[board.pk])),
    }


def _seats_table(seats: Sequence[HeldSeat], today: date, *, may_keep: bool) -> Table:
    rows: list[Cells] = []
    for one in seats:
        row = one.row
        holding = one.holder_on(today)
        name = Cell(
            start_upper(row.role),
            note=notes(start_upper(row.get_kind_display()), row.body.name if row.body else "",
                       example_note(row.is_example), row.until_because),
        )  # fmt: skip
        held = f"{holding.holder}, since {day(holding.from_on)}" if holding else "Empty: nobody holds it"
        cells: Cells = [name, held, _earlier(one, today)]
        if may_keep:
            act = ("leave-seat", "Who leaves it") if holding else ("give-seat", "Give it")
            cells.append(Cell(act[1], href=reverse(act[0], args=[row.pk])))
            cells.append(Cell("Take it away", href=reverse("take-away-seat", args=[row.pk])))
        rows.append(cells)
    columns = [Column("Seat"), Column("Held by"), Column("Before")]
    if may_keep:
        columns += [Column("Holder"), Column("Seat itself")]
    return Table(columns, rows, "Seats", caption_shown=False, missing="empty", plain_names=True)


def _earlier(one: HeldSeat, today: date) -> str:
    said = [
        f"{row.holder}, {day(row.from_on)} to {day(row.until_on)}: {row.until_because}"
        for row in one.holdings
        if row.until_on and row.until_on <= today
    ]
    return "; ".join(said) or "Nobody"
