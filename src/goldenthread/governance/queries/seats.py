"""Seats of boards, who holds them, and which meetings sit without families or young people."""

from collections.abc import Iterable, Sequence

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Attendance, Meeting, Seat
from goldenthread.governance.seating import HeldSeat, voices_missing
from goldenthread.governance.voices import EmptyVoice

ORDER = {"chair": 0, "forum": 1, "youth": 2, "member": 3, "adviser": 4}


def seats_of(scope: Scope, board_ids: Iterable[int]) -> dict[int, list[HeldSeat]]:
    """The seats of boards by board, the chair's, the forum's and young people's first. Two queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Seat.objects.filter(board__in=board_ids).select_related("body", "board")
    found: dict[int, list[HeldSeat]] = {}
    for row in sorted(rows.prefetch_related("holdings"), key=lambda one: (ORDER[one.kind], one.pk)):
        holdings = sorted(row.holdings.all(), key=lambda one: (one.from_on, one.pk), reverse=True)
        found.setdefault(row.board_id, []).append(HeldSeat(row, holdings))
    return found


def seat(scope: Scope, seat_id: int) -> HeldSeat:
    """One seat with its holders. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    row = Seat.objects.select_related("board", "body").filter(pk=seat_id).first()
    if row is None:
        raise NotFound("There is no such seat.")
    return HeldSeat(row, list(row.holdings.order_by("-from_on", "-pk")))


def empty_seats(scope: Scope, meetings: Sequence[Meeting]) -> dict[int, list[EmptyVoice]]:
    """For each meeting, by its number, the voices that are missing from it. Three queries.

    A meeting at which both the forum and young people sat has an empty list; a cancelled one too.
    """
    seats = seats_of(scope, {meeting.board_id for meeting in meetings})
    attended: dict[int, dict[int, bool]] = {}
    for row in Attendance.objects.filter(meeting__in=[meeting.pk for meeting in meetings]):
        attended.setdefault(row.meeting_id, {})[row.seat_id] = row.somebody_sat
    return {
        meeting.pk: voices_missing(meeting, seats.get(meeting.board_id, []), sat=attended.get(meeting.pk, {}))
        for meeting in meetings
    }
