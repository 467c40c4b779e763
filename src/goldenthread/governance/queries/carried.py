"""Actions of boards: what is still open, overdue first, and what was said of each at which meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.carried import ActionStanding, Said, standing_of, times_carried
from goldenthread.governance.models import BoardAction, BoardActionEntry, Meeting


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """An action with its entries in order, where they leave it, and through how many meetings it went."""

    row: BoardAction
    entries: Sequence[BoardActionEntry]
    standing: ActionStanding
    carried: int


def open_actions(scope: Scope, today: date, *, board_id: int | None = None) -> list[CarriedAction]:
    """Actions that are not closed, of one board or of all: the longest overdue first. Three queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    newest = BoardActionEntry.objects.filter(action=OuterRef("pk"), kind__in=[Said.CLOSED, Said.REOPENED])
    rows = BoardAction.objects.annotate(turn=Subquery(newest.order_by("-pk").values("kind")[:1]))
    rows = rows.filter(Q(turn__isnull=True) | ~Q(turn=Said.CLOSED))
    if board_id is not None:
        rows = rows.filter(meeting__board=board_id)
    found = _carried(rows, today)
    return sorted(found, key=lambda each: (each.standing.due_on, each.row.pk))


def closed_actions(scope: Scope, board_id: int, today: date) -> list[CarriedAction]:
    """The actions of a board that were closed, the last closed first: what came of what was asked."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = _carried(BoardAction.objects.filter(meeting__board=board_id), today)
    closed = [each for each in found if each.standing.closed_on]
    return sorted(closed, key=lambda each: (each.standing.closed_on or today, each.row.pk), reverse=True)


def actions_touched_at(scope: Scope, meeting: Meeting, today: date) -> list[CarriedAction]:
    """Actions agreed at a meeting, and those of which something was said there."""
    scope.require(Permission.SEE_GOVERNANCE)
    said = BoardActionEntry.objects.filter(meeting=meeting).values("action")
    return _carried(BoardAction.objects.filter(Q(meeting=meeting) | Q(pk__in=said)), today)


def action(scope: Scope, action_id: int, today: date) -> CarriedAction:
    """One action. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = _carried(BoardAction.objects.filter(pk=action_id), today)
    if not found:
        raise NotFound("There is no such action.")
    return found[0]


def _carried(rows: QuerySet[BoardAction], today: date) -> list[CarriedAction]:
    rows = rows.select_related("meeting__board", "owner").prefetch_related("entries__meeting").order_by("pk")
    found = list(rows)
    held = _days_held({row.meeting.board_id for row in found}) if found else {}
    return [_one(row, held.get(row.meeting.board_id, []), today) for row in found]


def _one(row: BoardAction, held: Sequence[date], today: date) -> CarriedAction:
    entries = sorted(row.entries.all(), key=lambda entry: entry.pk)
    standing = standing_of(row.first_due_on, entries)
    return CarriedAction(row, entries, standing, times_carried(row.meeting.on, standing, held, today))


def _days_held(board_ids: set[int]) -> dict[int, list[date]]:
    """The days on which boards sat."""
    rows = Meeting.objects.filter(
        board__in=board_ids, status=Meeting.Status.HELD, kind=Meeting.Kind.BOARD
    ).values_list("board", "on")
    found: dict[int, list[date]] = {}
    for board, on in rows:
        found.setdefault(board, []).append(on)
    return found
