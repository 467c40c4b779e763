"""What a meeting has before it: agenda, decisions, what was brought to it, risks, actions past their day."""

from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.contents import Block, Table
from goldenthread.governance.packs.contents import Head as H
from goldenthread.governance.packs.gathering.telling import as_example, who
from goldenthread.governance.packs.gathering.view import View
from goldenthread.governance.queries.carried import open_actions
from goldenthread.governance.queries.decisions import decisions, decisions_needed, escalations
from goldenthread.governance.queries.meetings import meeting_page
from goldenthread.ui.words import day, plural


def agenda(scope: Scope, view: View, meeting: Meeting) -> list[Block]:
    """The items of a meeting in their places."""
    page = meeting_page(scope, meeting.pk, view.today)
    rows = tuple(
        (
            f"{number}. {as_example(item.title, item.is_example)}",
            item.get_purpose_display(),
            item.presenter_role or "–",
            plural(item.minutes_given, "minute") if item.minutes_given else "–",
        )
        for number, item in enumerate(page.items, start=1)
    )
    heads = (H("Item", share=5), H("What for", share=3), H("Brought by", share=3), H("Time"))
    return [Table("Agenda", heads, rows, "No agenda is set for this meeting yet.")]


def needed(scope: Scope, board_id: int | None) -> list[Block]:
    """What waits to be decided, of a board or of all, what an earlier meeting left open among it."""
    rows = tuple(
        (
            as_example(item.title, item.is_example),
            item.asked or "What is asked is not written down.",
            f"{item.promise.code}: {item.promise.words}" if item.promise else "–",
            f"{item.meeting.board.name}, {day(item.meeting.on)}",
        )
        for item in decisions_needed(scope, board_id=board_id)
    )
    heads = (
        H("Decision", share=4),
        H("What is asked", share=5),
        H("Promise", share=3),
        H("Tabled for", share=3),
    )
    return [Table("Decisions needed", heads, rows, "No decision is asked for.")]


def brought(scope: Scope, board_id: int) -> list[Block]:
    """What those below could not solve and brought to this board."""
    rows = tuple(
        (
            as_example(one.row.words, one.row.is_example),
            one.row.asked,
            one.row.from_board.name if one.row.from_board else one.row.raised_by_name,
            day(one.row.raised_on),
        )
        for one in escalations(scope, board_id=board_id, only_open=True)
    )
    heads = (H("What was brought", share=4), H("What is asked", share=4), H("By", share=2), H("Since"))
    return [Table("Brought to this board and not settled", heads, rows, "Nothing is brought to this board.")]


def decided(scope: Scope, newest: int) -> list[Block]:
    """The decisions of all boards made last."""
    rows = tuple(
        (
            as_example(one.words, one.is_example),
            one.because,
            f"{one.meeting.board.name}, {day(one.meeting.on)}",
        )
        for one in decisions(scope)[:newest]
    )
    heads = (H("Decision", share=5), H("Because", share=5), H("By", share=3))
    return [Table("Decisions, the newest first", heads, rows, "No decision is recorded.")]


def risks(view: View) -> list[Block]:
    """Open risks of all promises, the gravest first."""
    found = [(risk, one.promise) for one in view.by_plan for risk in view.works[one.promise.pk].risks]
    found.sort(key=lambda each: (-each[0].score, each[0].pk))
    rows = tuple(
        (
            risk.words,
            promise.code,
            f"{risk.score} ({risk.likelihood} × {risk.impact})",
            risk.response,
            who(risk.owner_role, risk.owner.name),
        )
        for risk, promise in found
    )
    heads = (
        H("Risk", share=5),
        H("Promise"),
        H("Score (likelihood × impact)", number=True, share=2),
        H("What is done about it", share=5),
        H("Owner", share=3),
    )
    return [
        Table("Open risks, the gravest first", heads, rows, "No open risk is recorded beside any promise.")
    ]


def overdue_actions(scope: Scope, view: View, board_id: int | None) -> list[Block]:
    """What meetings asked for that is not done and past its day, the longest overdue first."""
    late = [
        one
        for one in open_actions(scope, view.today, board_id=board_id)
        if one.standing.is_overdue(view.today)
    ]
    rows = tuple(
        (
            as_example(one.row.words, one.row.is_example),
            who(one.row.owner_role, one.row.owner.name),
            day(one.standing.first_due_on),
            day(one.standing.due_on),
            str((view.today - one.standing.due_on).days),
            str(one.carried),
        )
        for one in late
    )
    heads = (
        H("Action", share=5),
        H("Owner", share=3),
        H("First due"),
        H("Due now"),
        H("Days past", number=True, share=1),
        H("Meetings carried", number=True, share=1),
    )
    return [Table("Actions past their day", heads, rows, "No action is past its day.")]
