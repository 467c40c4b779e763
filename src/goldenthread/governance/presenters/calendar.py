"""The meetings of a board as a file that a calendar takes, and when each is in words."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from goldenthread.audit import clock
from goldenthread.governance.models import Board, Meeting
from goldenthread.governance.queries.meetings import ListedMeeting
from goldenthread.ui.calendar_files import calendar_of, escaped, stamp
from goldenthread.ui.fields import start_upper
from goldenthread.ui.words import LONDON, day, month, weekday


def meeting_name(row: Meeting) -> str:
    """Its own name, else what it is: "Meeting", "Review meeting with the Department"."""
    if row.title:
        return row.title
    if row.with_body is not None:
        return f"Review meeting with {row.with_body.name}"
    return start_upper(row.get_kind_display())


def day_of(row: Meeting) -> str:
    """12 February 2025; April 2024 where only the month is known."""
    return day(row.on) if row.day_known else month(row.on)


def when(row: Meeting) -> str:
    """Wednesday 12 February 2025, 10:00 to 12:30"""
    words = weekday(row.on) if row.day_known else f"{month(row.on)}; the day is not known"
    if row.starts_at:
        words += f", {row.starts_at:%H:%M}"
        words += f" to {row.ends_at:%H:%M}" if row.ends_at else ""
    return words


def moved(row: Meeting) -> str:
    """Whether it was announced for another day, and why it moved."""
    if row.on == row.first_called_for:
        return ""
    return f"First called for {day(row.first_called_for)}. {row.moved_because}"


def calendar_file(board: Board, rows: Sequence[ListedMeeting]) -> str:
    """Every meeting of the board; a cancelled one is marked so, and calendars strike it out."""
    return calendar_of(board.name, [_event(board, one) for one in rows if one.row.day_known])


def _event(board: Board, one: ListedMeeting) -> list[str]:
    row = one.row
    says = [empty.says for empty in one.empty]
    if row.is_cancelled:
        says.insert(0, f"Cancelled: {row.cancelled_because}")
    lines = [
        f"UID:meeting-{row.pk}@golden-thread",
        f"DTSTAMP:{stamp(clock.now())}",
        *_hours(row),
        f"SUMMARY:{escaped(f'{board.name}: {meeting_name(row)}')}",
        f"STATUS:{'CANCELLED' if row.is_cancelled else 'CONFIRMED'}",
    ]
    if row.place:
        lines.append(f"LOCATION:{escaped(row.place)}")
    if says:
        lines.append(f"DESCRIPTION:{escaped(' '.join(says))}")
    return lines


def _hours(row: Meeting) -> list[str]:
    """A whole day where no hour is known."""
    if not row.starts_at:
        after = row.on + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{row.on:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    lines = [f"DTSTART:{_moment(row, row.starts_at)}"]
    return [*lines, f"DTEND:{_moment(row, row.ends_at)}"] if row.ends_at else lines


def _moment(row: Meeting, hour: time) -> str:
    return stamp(datetime.combine(row.on, hour, tzinfo=LONDON))
