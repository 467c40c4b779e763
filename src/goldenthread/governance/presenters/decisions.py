"""Decisions, actions, risks and what was brought to a board, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.governance.models import AgendaItem, Board, BoardActionEntry, Decision
from goldenthread.governance.presenters.calendar import meeting_name
from goldenthread.governance.presenters.sections import EXAMPLE, Cells, Section, example_note, notes
from goldenthread.governance.queries.carried import CarriedAction
from goldenthread.governance.queries.decisions import AnsweredEscalation
from goldenthread.improvement.models import Risk
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Entry, Link, Row, Table
from goldenthread.ui.words import day, moment, plural


def needed_table(items: Sequence[AgendaItem], *, caption: str = "") -> Table:
    """What is to be decided, at which meeting."""
    rows: list[Cells] = [
        [
            Cell(
                one.asked, href=reverse("meeting", args=[one.meeting_id]), note=example_note(one.is_example)
            ),
            one.title,
            day(one.meeting.on),
        ]
        for one in items
    ]
    columns = [Column("To decide"), Column("Item"), Column("Meeting")]
    return Table(columns, rows, caption or "Decisions needed", caption_shown=bool(caption))


def decisions_table(rows: Sequence[Decision], *, with_board: bool) -> Table:
    """Decisions with their reasons; one that a later took the place of says so."""
    cells: list[Cells] = [
        [
            Cell(one.words, note=notes(_place_taken(one), example_note(one.is_example))),
            one.because,
            Cell(_where(one, with_board=with_board), href=reverse("meeting", args=[one.meeting_id])),
        ]
        for one in rows
    ]
    columns = [Column("What was decided"), Column("Why"), Column("When")]
    return Table(columns, cells, "Decisions", caption_shown=False, plain_names=True)


def _where(one: Decision, *, with_board: bool) -> str:
    return f"{day(one.meeting.on)}, {one.meeting.board}" if with_board else day(one.meeting.on)


def _place_taken(one: Decision) -> str:
    says = []
    if one.supersedes is not None:
        says.append(f"It takes the place of a decision of {day(one.supersedes.meeting.on)}.")
    later = getattr(one, "superseded_by", None)
    if later is not None:
        says.append(f"No longer in force: a decision of {day(later.meeting.on)} took its place.")
    return " ".join(says)


def actions_table(rows: Sequence[CarriedAction], today: date, *, caption: str = "") -> Table:
    """Actions with who answers for each, the day, and through how many meetings each was carried."""
    cells: list[Cells] = [
        [
            Cell(
                each.row.words,
                href=reverse("board-action", args=[each.row.pk]),
                note=example_note(each.row.is_example),
            ),
            f"{start_upper(each.row.owner_role)}, {each.row.owner}",
            due(each),
            standing(each, today),
        ]
        for each in rows
    ]
    columns = [Column("What is to be done"), Column("Who answers for it"), Column("By when"), Column("Now")]
    return Table(columns, cells, caption or "Actions", caption_shown=bool(caption))


def due(each: CarriedAction) -> Cell:
    """The day planned now, with the day first agreed beside it where it moved."""
    moved = each.standing.times_moved
    note = f"First agreed for {day(each.standing.first_due_on)}" if moved else ""
    return Cell(day(each.standing.due_on), note=note)


def standing(each: CarriedAction, today: date) -> Cell:
    """Overdue, open or closed; how often it was carried."""
    carried = f"Carried through {plural(each.carried, 'meeting')}" if each.carried else ""
    if each.standing.closed_on:
        return Cell(f"Closed on {day(each.standing.closed_on)}", note=carried)
    if each.standing.is_overdue(today):
        late = (today - each.standing.due_on).days
        return Cell(chip="Overdue", alarming=True, note=notes(plural(late, "day"), carried))
    return Cell("Open", note=carried)


def actions_values(
    board: Board, still_open: Sequence[CarriedAction], closed: Sequence[CarriedAction], today: date
) -> dict[str, Any]:
    """The actions of a board: what is open, overdue first; then what was closed."""
    overdue = sum(one.standing.is_overdue(today) for one in still_open)
    sections = [
        Section(
            "Open",
            table=actions_table(still_open, today) if still_open else None,
            empty="Nothing that this board asked for is open.",
        )
    ]
    if closed:
        sections.append(Section("Closed", table=actions_table(closed, today)))
    return {
        "title": "Actions",
        "caption": board.name,
        "lead": f"{plural(len(still_open), 'action')} open, {overdue} of them overdue. "
        "Each is carried from meeting to meeting until it is closed.",
        "sections": sections,
        "above": Link(board.name, reverse("board", args=[board.pk])),
    }


def action_values(each: CarriedAction, today: date, *, may_keep: bool) -> dict[str, Any]:
    """One action and everything said of it, newest first."""
    row = each.row
    meeting = Link(
        f"{meeting_name(row.meeting)}, {day(row.meeting.on)}", reverse("meeting", args=[row.meeting_id])
    )
    facts = [
        Row("Who answers for it", f"{start_upper(row.owner_role)}, {row.owner}"),
        Row("Agreed at", "", link=meeting),
        Row("First agreed for", day(each.standing.first_due_on)),
    ]
    if each.standing.times_moved:
        facts.append(Row("Due now", day(each.standing.due_on)))
    facts.append(Row("Now", _standing_in_words(each, today)))
    links = []
    if may_keep and each.standing.closed_on:
        links = [Link("Open it again", reverse("reopen-board-action", args=[row.pk]))]
    elif may_keep:
        links = [Link("Record what was said of it", reverse("say-of-board-action", args=[row.pk]))]
    return {
        "title": row.words,
        "caption": f"Action of the {row.meeting.board}",
        "example": EXAMPLE if row.is_example else "",
        "facts": facts,
        "links": links,
        "sections": [
            Section(
                "What was said of it",
                entries=[_entry(entry) for entry in reversed(each.entries)],
                empty="Nothing was said of it since it was agreed.",
            )
        ],
        "above": Link("Actions", reverse("board-actions", args=[row.meeting.board_id])),
    }


def _standing_in_words(each: CarriedAction, today: date) -> str:
    carried = f" Carried through {plural(each.carried, 'meeting')}." if each.carried else ""
    if each.standing.closed_on:
        return f"Closed on {day(each.standing.closed_on)}.{carried}"
    if each.standing.is_overdue(today):
        return f"Overdue by {plural((today - each.standing.due_on).days, 'day')}.{carried}"
    return f"Open.{carried}"


def _entry(entry: BoardActionEntry) -> Entry:
    what = start_upper(entry.get_kind_display())
    if entry.due_on:
        what = f"Due on {day(entry.due_on)}"
    where = f"At the meeting of {day(entry.meeting.on)}." if entry.meeting else ""
    return Entry(
        what=what,
        when=day(entry.on),
        because=entry.because,
        more=where,
        recorded=f"Recorded by {entry.by_name} on {moment(entry.recorded_at)}.",
    )


def escalations_table(rows: Sequence[AnsweredEscalation]) -> Table:
    """What was brought to a board, and its answer."""
    cells: list[Cells] = [
        [
            Cell(
                one.row.words,
                href=reverse("escalation", args=[one.row.pk]),
                note=example_note(one.row.is_example),
            ),
            one.row.asked,
            f"{day(one.row.raised_on)}, {one.row.from_board or one.row.raised_by_name}",
            one.answers[-1].words if one.answers else None,
        ]
        for one in rows
    ]
    columns = [Column("What it is"), Column("What is asked"), Column("Brought"), Column("Answer")]
    return Table(columns, cells, "Brought to the board", caption_shown=False, missing="not answered yet")


def escalations_values(board: Board, rows: Sequence[AnsweredEscalation], *, may_keep: bool) -> dict[str, Any]:
    """Everything brought to a board: what waits first."""
    waiting = [one for one in rows if not one.is_settled]
    settled = [one for one in rows if one.is_settled]
    sections = [
        Section(
            "Waiting for an answer",
            table=escalations_table(waiting) if waiting else None,
            empty="Nothing waits for this board.",
        )
    ]
    if settled:
        sections.append(Section("Settled", table=escalations_table(settled)))
    links = [Link("Risks of the plans", reverse("board-risks"))]
    if may_keep:
        links.insert(0, Link("Bring something to this board", reverse("escalate", args=[board.pk])))
    return {
        "title": "Brought to the board",
        "caption": board.name,
        "lead": "What those below could not solve, and what the board answered.",
        "links": links,
        "sections": sections,
        "above": Link(board.name, reverse("board", args=[board.pk])),
    }


def escalation_values(one: AnsweredEscalation, *, may_keep: bool) -> dict[str, Any]:
    """One thing brought to a board, with every answer."""
    row = one.row
    facts = [Row("What is asked", row.asked), Row("Brought on", day(row.raised_on))]
    if row.from_board is not None:
        facts.append(Row("Brought by", row.from_board.name))
    if row.risk is not None:
        promise = Link(f"Promise {row.risk.promise.code}", reverse("promise", args=[row.risk.promise_id]))
        facts.append(Row("The risk", f"{row.risk.words}, {row.risk.score} of 25", link=promise))
    facts.append(Row("Now", "Settled" if one.is_settled else "Waits for the board"))
    entries = [
        Entry(
            what=answer.words,
            when=day(answer.answered_on),
            more="That settles it." if answer.settles else "It comes back.",
            recorded=f"Recorded by {answer.by_name} on {moment(answer.recorded_at)}.",
        )
        for answer in reversed(one.answers)
    ]
    links = [Link("Record the answer", reverse("answer-escalation", args=[row.pk]))] if may_keep else []
    return {
        "title": row.words,
        "caption": f"Brought to the {row.to_board}",
        "example": EXAMPLE if row.is_example else "",
        "facts": facts,
        "links": links,
        "sections": [Section("Answers", entries=entries, empty="The board has not answered yet.")],
        "above": Link("Brought to the board", reverse("escalations", args=[row.to_board_id])),
    }


def risks_values(rows: Sequence[Risk]) -> dict[str, Any]:
    """The risks of every open promise, the gravest first."""
    cells: list[Cells] = [
        [
            one.words,
            one.score,
            Cell(
                f"{one.promise.code}: {one.promise.words[:80]}",
                href=reverse("promise", args=[one.promise_id]),
                note=one.promise.theme.plan.title,
            ),
            one.response,
            f"{start_upper(one.owner_role)}, {one.owner}",
        ]
        for one in rows
    ]
    columns = [Column("Risk"), Column("Likelihood × impact", number=True), Column("Promise")]
    columns += [Column("What is done about it"), Column("Who looks after it")]
    table = Table(columns, cells, "Risks", caption_shown=False, plain_names=True) if rows else None
    return {
        "title": "Risks of the plans",
        "lead": "Likelihood times impact, from 1 to 25, the gravest first.",
        "sections": [Section("Open risks", table=table, empty="No risk of a promise is open.")],
        "above": Link("Boards", reverse("boards")),
    }
