"""Having a pack made in the background, and issuing one that is ready."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.jobs import make_pack
from goldenthread.governance.packs.models import Pack, PackIssue
from goldenthread.governance.packs.waiting import wait_for_pack


@transaction.atomic
def have_pack_made(kind: str, meeting: Meeting | None, *, by: Scope) -> Pack:
    """Has a pack made in the background. Raises as `wait_for_pack`."""
    by.require(Permission.MAKE_PACKS)
    wanted = wait_for_pack(kind, meeting, by=by)
    make_pack.defer(pack_id=wanted.pk)
    record("had a pack made", wanted, by=by)
    return wanted


@transaction.atomic
def issue(pack: Pack, *, by: Scope) -> Pack:
    """Gives a pack to those who read the boards' papers. Raises `NotPossibleNow`."""
    by.require(Permission.MAKE_PACKS)
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    if not pack.is_ready:
        raise NotPossibleNow("Only a pack that is ready can be issued.")
    if PackIssue.objects.filter(pack=pack).exists():
        raise NotPossibleNow("This pack was issued already. What was issued stays as it is.")
    row = PackIssue(pack=pack, issued_at=clock.now(), by_id_number=by.actor_id, by_name=by.actor_name)
    journal.append(row)
    record("issued a pack", pack, by=by)
    return pack
