"""Meetings: the calendar, and all that the page of one shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import (
    AgendaItem,
    Attendance,
    Conflict,
    Decision,
    Meeting,
    Minutes,
    PublishedUpdate,
)
from goldenthread.governance.permissions import can_see_restricted
from goldenthread.governance.queries.carried import CarriedAction, actions_touched_at
from goldenthread.governance.queries.papers import ShownPaper, papers_of
from goldenthread.governance.queries.seats import empty_seats, seats_of
from goldenthread.governance.ratifying import MinutesFacts, MinutesStanding, minutes_standing
from goldenthread.governance.seating import HeldSeat, voices_missing
from goldenthread.governance.voices import EmptyVoice


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting in a calendar: the voices missing from it, how far its minutes are, and whether the chair
    has published an update."""

    row: Meeting
    empty: Sequence[EmptyVoice]
    minutes: MinutesStanding
    has_update: bool


@dataclass(frozen=True, slots=True)
class SeatAt:
    """A seat at one meeting: whose it is on the day, and what became of it (None where not recorded)."""

    seat: HeldSeat
    holder: str
    attendance: Attendance | None


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """All of one meeting. `actions` are those agreed here and those of which something was said here;
    `minutes` are the versions that this person may see, newest first; `agreed` is the ratified one."""

    row: Meeting
    items: Sequence[AgendaItem]
    papers: Sequence[ShownPaper]
    seats: Sequence[SeatAt]
    empty: Sequence[EmptyVoice]
    conflicts: Sequence[Conflict]
    decisions: Sequence[Decision]
    actions: Sequence[CarriedAction]
    minutes: Sequence[Minutes]
    agreed: Minutes | None
    standing: MinutesStanding
    update: PublishedUpdate | None


def meeting(scope: Scope, meeting_id: int) -> Meeting:
    """One meeting with its board. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = Meeting.objects.select_related("board", "with_body").filter(pk=meeting_id).first()
    if found is None:
        raise NotFound("There is no such meeting.")
    return found


def meetings(scope: Scope, *, board_id: int | None = None, since: date | None = None) -> list[ListedMeeting]:
    """Meetings, newest first: of one board or of all, from a day on or ever. Six queries."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Meeting.objects.select_related("board", "with_body", "ratification__at_meeting")
    if board_id is not None:
        rows = rows.filter(board=board_id)
    all_rows = list(rows.order_by("-on", "-pk"))
    shown = [row for row in all_rows if since is None or row.on >= since]
    empty = empty_seats(scope, shown)
    numbers = [row.pk for row in shown]
    written = set(Minutes.objects.filter(meeting__in=numbers, shared=True).values_list("meeting", flat=True))
    updated = set(PublishedUpdate.objects.filter(meeting__in=numbers).values_list("meeting", flat=True))
    return [
        ListedMeeting(
            row,
            empty[row.pk],
            _standing(row, written=row.pk in written, next_on=_after(row, all_rows)),
            row.pk in updated,
        )
        for row in shown
    ]


def _after(row: Meeting, rows: Sequence[Meeting]) -> date | None:
    """The day on which the board next sits and can agree minutes: planned, or held and not used for it."""
    later = [one.on for one in rows if one.board_id == row.board_id and _could_agree(one) and one.on > row.on]
    return min(later, default=None)


def _could_agree(one: Meeting) -> bool:
    return one.is_planned and one.kind == Meeting.Kind.BOARD


def _standing(row: Meeting, *, written: bool, next_on: date | None) -> MinutesStanding:
    ratification = getattr(row, "ratification", None)
    return minutes_standing(
        MinutesFacts(
            was_held=row.is_held,
            was_cancelled=row.is_cancelled,
            written=written,
            agreed_on=ratification.at_meeting.on if ratification else None,
            next_on=next_on,
            elsewhere=row.record_elsewhere,
        )
    )


def meeting_page(scope: Scope, meeting_id: int, today: date) -> MeetingPage:
    """All of one meeting that this person may see. Raises `NotFound`."""
    row = meeting(scope, meeting_id)
    seats = seats_of(scope, [row.board_id]).get(row.board_id, [])
    attended = {one.seat_id: one for one in row.attendances.all()}
    sat = {number: one.somebody_sat for number, one in attended.items()}
    decisions = row.decisions.select_related("item", "supersedes__meeting", "superseded_by__meeting")
    minutes = list(row.minutes.select_related("ratification__at_meeting").order_by("-number"))
    agreed = next((one for one in minutes if hasattr(one, "ratification")), None)
    return MeetingPage(
        row,
        list(row.items.select_related("promise").order_by("place", "pk")),
        papers_of(scope, [row.pk]),
        _seats_at(row, seats, attended),
        voices_missing(row, seats, sat=sat),
        list(row.conflicts.select_related("seat", "item").order_by("pk")),
        list(decisions.order_by("pk")),
        actions_touched_at(scope, row, today),
        minutes if can_see_restricted(scope) else [one for one in minutes if one.shared],
        agreed,
        minutes_standing(_minutes_facts(row, minutes, agreed)),
        row.published_updates.order_by("-number").first(),
    )


def _minutes_facts(row: Meeting, minutes: Sequence[Minutes], agreed: Minutes | None) -> MinutesFacts:
    return MinutesFacts(
        was_held=row.is_held,
        was_cancelled=row.is_cancelled,
        written=any(one.shared for one in minutes),
        agreed_on=agreed.ratification.at_meeting.on if agreed else None,
        next_on=_next_on(row) if row.is_held and agreed is None else None,
        elsewhere=row.record_elsewhere,
    )


def _next_on(row: Meeting) -> date | None:
    later = Meeting.objects.filter(
        board=row.board_id, status=Meeting.Status.PLANNED, kind=Meeting.Kind.BOARD, on__gt=row.on
    )
    return later.order_by("on").values_list("on", flat=True).first()


def _seats_at(row: Meeting, seats: Sequence[HeldSeat], attended: Mapping[int, Attendance]) -> list[SeatAt]:
    found = []
    for one in seats:
        if one.stands_on(row.on) or one.row.pk in attended:
            holder = one.holder_on(row.on)
            found.append(SeatAt(one, holder.holder if holder else "", attended.get(one.row.pk)))
    return found


def meetings_that_can_agree(scope: Scope, row: Meeting) -> list[Meeting]:
    """Later meetings of the same board that were held: one of them agreed the minutes. Oldest first."""
    scope.require(Permission.SEE_GOVERNANCE)
    later = Meeting.objects.filter(
        board=row.board_id, kind=Meeting.Kind.BOARD, status=Meeting.Status.HELD, on__gt=row.on
    )
    return list(later.order_by("on"))


def held_meetings(scope: Scope, agreed_at: Meeting) -> list[Meeting]:
    """Meetings of the board since one, that one included: where something was said of an action."""
    return [row for row in held_by(scope, agreed_at.board_id) if row.on >= agreed_at.on]


def held_by(scope: Scope, board_id: int) -> list[Meeting]:
    """Every meeting of a board that was held, newest first."""
    scope.require(Permission.SEE_GOVERNANCE)
    return list(Meeting.objects.filter(board=board_id, status=Meeting.Status.HELD).order_by("-on"))


def minutes_version(scope: Scope, meeting_id: int, number: int) -> Minutes:
    """One version of the minutes, where this person may see it. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = Minutes.objects.select_related("meeting__board", "ratification__at_meeting").filter(
        meeting=meeting_id, number=number
    )
    row = found.first()
    if row is None or not (row.shared or can_see_restricted(scope)):
        raise NotFound("There is no such version of the minutes.")
    return row


def item(scope: Scope, item_id: int) -> AgendaItem:
    """One item of an agenda. Raises `NotFound`."""
    scope.require(Permission.SEE_GOVERNANCE)
    found = AgendaItem.objects.select_related("meeting__board", "promise").filter(pk=item_id).first()
    if found is None:
        raise NotFound("There is no such item.")
    return found
