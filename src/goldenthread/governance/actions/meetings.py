"""Calling meetings, moving and cancelling them, who came, and interests that were declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import AgendaItem, Attendance, Board, Conflict, Meeting, Seat
from goldenthread.governance.policies import (
    check_has_come,
    check_is_planned,
    check_minutes_are_open,
)
from goldenthread.organisations.models import Organisation
from goldenthread.ui.words import day


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """When and where. `with_body` makes it a review meeting by that body; `record_elsewhere` says where the
    record of an earlier meeting lies."""

    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    title: str = ""
    with_body: Organisation | None = None
    record_elsewhere: str = ""
    day_known: bool = True
    is_example: bool = False

    @property
    def kind(self) -> Meeting.Kind:
        return Meeting.Kind.REVIEW if self.with_body else Meeting.Kind.BOARD


@transaction.atomic
def call_meeting(board: Board, details: MeetingDetails, *, by: Scope) -> Meeting:
    """Calls a meeting; one of the past is told afterwards, and then who came.

    Raises `NotPossibleNow` where the board meets on that day already, or had ended.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    if board.ended_on and details.on >= board.ended_on:
        raise NotPossibleNow(f"This board ended on {day(board.ended_on)}.")
    _check_day_is_free(board, details.kind, details.on)
    meeting = Meeting.objects.create(
        board=board,
        kind=details.kind,
        with_body=details.with_body,
        title=details.title,
        on=details.on,
        day_known=details.day_known,
        first_called_for=details.on,
        starts_at=details.starts_at,
        ends_at=details.ends_at,
        place=details.place,
        record_elsewhere=details.record_elsewhere,
        is_example=details.is_example,
    )
    record("called a meeting", meeting, by=by, details={"on": details.on.isoformat()})
    return meeting


def _check_day_is_free(board: Board, kind: str, on: date) -> None:
    there = Meeting.objects.filter(board=board, kind=kind, on=on).exclude(status=Meeting.Status.CANCELLED)
    if there.exists():
        raise NotPossibleNow(f"There is a meeting on {day(on)} already. Open it from the list.")


@transaction.atomic
def move_meeting(meeting: Meeting, details: MeetingDetails, *, because: str, by: Scope) -> Meeting:
    """Changes day, time or place of a meeting that is planned. The day announced first stays beside."""
    by.require(Permission.KEEP_GOVERNANCE)
    check_is_planned(meeting)
    if details.on != meeting.on:
        _check_day_is_free(meeting.board, meeting.kind, details.on)
        meeting.moved_because = because
    before = {"on": meeting.on.isoformat(), "starts_at": str(meeting.starts_at or ""), "place": meeting.place}
    meeting.on, meeting.starts_at, meeting.ends_at = details.on, details.starts_at, details.ends_at
    meeting.place = details.place
    meeting.save(update_fields=["on", "starts_at", "ends_at", "place", "moved_because"])
    record("moved a meeting", meeting, by=by, because=because, details={"before": before})
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, because: str, by: Scope) -> Meeting:
    """Cancels a meeting; it stays in every list, with the reason."""
    by.require(Permission.KEEP_GOVERNANCE)
    check_is_planned(meeting)
    meeting.status, meeting.cancelled_because = Meeting.Status.CANCELLED, because
    meeting.save(update_fields=["status", "cancelled_because"])
    record("cancelled a meeting", meeting, by=by, because=because)
    return meeting


@transaction.atomic
def hold_meeting(meeting: Meeting, came: Mapping[Seat, Attendance.How], *, by: Scope) -> Meeting:
    """Says that a meeting was held, and what became of each seat; a mistake is mended the same way.

    Seats that are left out are not recorded, and pages say so. Raises `NotPossibleNow` before its day, and
    once the minutes were agreed.
    """
    by.require(Permission.KEEP_GOVERNANCE)
    check_has_come(meeting, clock.today())
    before = {str(row.seat_id): row.how for row in meeting.attendances.all()}
    if meeting.is_held:
        check_minutes_are_open(meeting)
    meeting.attendances.exclude(seat__in=came).delete()
    for seat, how in came.items():
        Attendance.objects.update_or_create(meeting=meeting, seat=seat, defaults={"how": how})
    meeting.status = Meeting.Status.HELD
    meeting.save(update_fields=["status"])
    record("said who came to a meeting", meeting, by=by, details={"before": before} if before else {})
    return meeting


@transaction.atomic
def declare_conflict(
    meeting: Meeting, seat: Seat, *, item: AgendaItem | None, words: str, done: Conflict.Done, by: Scope
) -> Conflict:
    """Keeps an interest that someone declared, before the meeting or at it, and what was done about it."""
    by.require(Permission.KEEP_GOVERNANCE)
    if not meeting.is_planned:
        check_minutes_are_open(meeting)
    conflict = journal.append(
        Conflict(
            meeting=meeting,
            seat=seat,
            item=item,
            words=words,
            done=done,
            recorded_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("kept an interest that was declared", conflict, by=by, details={"meeting": meeting.pk})
    return conflict
