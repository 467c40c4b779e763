"""Does the state of a meeting allow it? What was recorded too late is recorded all the same."""

from datetime import date

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.governance.models import Meeting
from goldenthread.ui.words import day


def check_is_not_cancelled(meeting: Meeting) -> None:
    """Raises `NotPossibleNow`: a cancelled meeting stays as it is."""
    if meeting.is_cancelled:
        raise NotPossibleNow("This meeting was cancelled. Call another one.")


def check_was_held(meeting: Meeting) -> None:
    """Raises `NotPossibleNow` before somebody said who came."""
    check_is_not_cancelled(meeting)
    if not meeting.is_held:
        raise NotPossibleNow("Say first who came: until then this meeting is only planned.")


def check_minutes_are_open(meeting: Meeting) -> None:
    """Raises `NotPossibleNow` once the minutes were agreed: what was agreed stays as it is."""
    check_was_held(meeting)
    ratification = getattr(meeting, "ratification", None)
    if ratification is not None:
        raise NotPossibleNow(
            f"The minutes of this meeting were agreed on {day(ratification.at_meeting.on)}. "
            "What was left out, or was wrong in them, is recorded at a later meeting."
        )


def check_is_planned(meeting: Meeting) -> None:
    """Raises `NotPossibleNow` for a meeting that was held or cancelled."""
    check_is_not_cancelled(meeting)
    if meeting.is_held:
        raise NotPossibleNow("This meeting was held. It can no longer be moved or cancelled.")


def check_has_come(meeting: Meeting, today: date) -> None:
    """Raises `NotPossibleNow` before the day of the meeting."""
    check_is_not_cancelled(meeting)
    if meeting.on > today:
        raise NotPossibleNow(f"This meeting is on {day(meeting.on)}. Who came is recorded from that day on.")


def check_can_agree_minutes(meeting: Meeting, at: Meeting) -> None:
    """Raises `NotPossibleNow` unless `at` is a later meeting of the same board that was held."""
    check_minutes_are_open(meeting)
    if at.board_id != meeting.board_id or not at.is_held or at.on <= meeting.on:
        raise NotPossibleNow("Minutes are agreed at a later meeting of the same board, once it was held.")
