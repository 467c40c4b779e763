"""Boards and groups, what each is for, and what stands on a board's front page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import AgendaItem, Board, TermsOfReference
from goldenthread.governance.queries.carried import CarriedAction, open_actions
from goldenthread.governance.queries.decisions import AnsweredEscalation, decisions_needed, escalations
from goldenthread.governance.queries.meetings import ListedMeeting, meetings
from goldenthread.governance.queries.seats import seats_of
from goldenthread.governance.ratifying import MinutesState
from goldenthread.governance.seating import HeldSeat
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class ListedBoard:
    """A board in the list: when it meets next, its seats, what is open and what is overdue."""

    row: Board
    next_meeting: ListedMeeting | None
    seats: Sequence[HeldSeat]
    to_decide: int
    open_actions: int
    overdue_actions: int


@dataclass(frozen=True, slots=True)
class BoardFront:
    """A board's front page: the next meeting, what it must decide, what is overdue, which minutes wait."""

    row: Board
    next_meeting: ListedMeeting | None
    to_decide: Sequence[AgendaItem]
    actions: Sequence[CarriedAction]
    minutes_waiting: Sequence[ListedMeeting]
    not_recorded: Sequence[ListedMeeting]
    escalations: Sequence[AnsweredEscalation]
    recent: Sequence[ListedMeeting]
    seats: Sequence[HeldSeat]
    terms: TermsOfReference | None
    below: Sequence[Board]


def boards(scope: Scope, today: date) -> list[ListedBoard]:
    """Every board and group: boards first, those that ended last. However many there are, 12 queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = list(Board.objects.select_related("reports_to").order_by("kind", "started_on", "pk"))
    seats = seats_of(scope, [row.pk for row in rows])
    ahead = meetings(scope, since=today)
    actions = open_actions(scope, today)
    needed = decisions_needed(scope)
    found = []
    for row in rows:
        theirs = [one for one in actions if one.row.meeting.board_id == row.pk]
        found.append(
            ListedBoard(
                row,
                _next([one for one in ahead if one.row.board_id == row.pk]),
                [one for one in seats.get(row.pk, []) if one.stands_on(today)],
                sum(item.meeting.board_id == row.pk for item in needed),
                len(theirs),
                sum(one.standing.is_overdue(today) for one in theirs),
            )
        )
    return sorted(found, key=lambda one: one.row.ended_on is not None)


def _next(rows: Sequence[ListedMeeting]) -> ListedMeeting | None:
    """The soonest planned meeting of rows that are newest first."""
    planned = [one for one in rows if one.row.is_planned]
    return planned[-1] if planned else None


def board(scope: Scope, board_id: int) -> Board:
    """One board. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = Board.objects.select_related("reports_to").filter(pk=board_id).first()
    if found is None:
        raise NotFound("There is no such board.")
    return found


def board_front(scope: Scope, board_id: int, today: date) -> BoardFront:
    """What stands on a board's front page. Raises `NotFound`."""
    row = board(scope, board_id)
    listed = meetings(scope, board_id=board_id)
    past = [one for one in listed if one.row.on < today and not one.row.is_planned]
    return BoardFront(
        row,
        _next([one for one in listed if one.row.on >= today]),
        decisions_needed(scope, board_id=board_id),
        open_actions(scope, today, board_id=board_id),
        [one for one in past if one.minutes.state in (MinutesState.NOT_WRITTEN, MinutesState.DRAFT)],
        [one for one in listed if one.row.is_planned and one.row.on < today],
        escalations(scope, board_id=board_id, only_open=True),
        past[:3],
        [one for one in seats_of(scope, [board_id]).get(board_id, []) if one.stands_on(today)],
        row.terms.order_by("-number").first(),
        list(row.hears_from.order_by("pk")),
    )


def terms_of_reference(scope: Scope, board_id: int) -> list[TermsOfReference]:
    """Every version of what a board may and must do, newest first."""
    scope.require(Permission.SEE_GOVERNANCE)
    return list(TermsOfReference.objects.filter(board=board_id).order_by("-number"))


def other_boards(scope: Scope, board_id: int | None = None) -> list[Board]:
    """Boards that have not ended, without this one: to report to, or to escalate to."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Board.objects.filter(ended_on__isnull=True).order_by("kind", "name")
    return [row for row in rows if row.pk != board_id]


def bodies(scope: Scope) -> list[Organisation]:
    """Bodies that can hold a seat, own an action or review the partnership."""
    scope.require(Permission.SEE_GOVERNANCE)
    return list(Organisation.objects.order_by("name"))
