"""Asks for a pack: a row that waits to be made."""

from datetime import timedelta

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.kind import PackKind
from goldenthread.governance.packs.models import Pack
from goldenthread.governance.packs.queries import pack_before
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.ui.words import day, weekday

LOST = timedelta(hours=1)
"""A pack that is not made by then was interrupted for good; another may be asked for."""


@transaction.atomic
def wait_for_pack(kind: str, meeting: Meeting | None, *, by: Scope) -> Pack:
    """A pack that waits to be made.

    Raises `NotFound` for no such kind, `NotPossibleNow` for a pack of a meeting without one, for a cancelled
    meeting, and while the same pack is being made.
    """
    by.require(Permission.MAKE_PACKS)
    known = pack_kinds().get(kind)
    if known is None:
        raise NotFound("There is no such pack.")
    if known.of_a_meeting and meeting is None:
        raise NotPossibleNow("Choose the meeting that this pack is for.")
    if meeting is not None and meeting.is_cancelled:
        raise NotPossibleNow("This meeting was cancelled. A pack is made for a meeting that takes place.")
    busy = Pack.objects.filter(
        kind=kind,
        meeting=meeting,
        status__in=[Pack.Status.WAITING, Pack.Status.WORKING],
        asked_at__gt=clock.now() - LOST,
    )
    if busy.exists():
        raise NotPossibleNow("This pack is being made already. Look again in a minute.")
    wanted = Pack.objects.create(
        kind=kind,
        title=title_of(known, meeting),
        meeting=meeting,
        after=pack_before(by, kind=kind, board_id=meeting.board_id if meeting else None),
        asked_at=clock.now(),
        asked_by_id=by.actor_id,
        asked_by_name=by.actor_name,
    )
    record("asked for a pack", wanted, by=by)
    return wanted


def title_of(kind: PackKind, meeting: Meeting | None) -> str:
    """What a pack is called in lists."""
    if meeting is None:
        return f"{kind.title}, {day(clock.today())}"
    return f"{kind.title}: {meeting.board.name}, {weekday(meeting.on)}"[:200]
