"""What `./gt pack` does once Django is set up."""

import sys
from argparse import Namespace

from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs import queries
from goldenthread.governance.packs.making import make as make_now
from goldenthread.governance.packs.models import Pack, PackFile
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.governance.packs.waiting import wait_for_pack
from goldenthread.governance.queries.meetings import meeting, meetings
from goldenthread.ui.words import day, moment

DONE, REFUSED = 0, 1


def list(_: Namespace) -> int:  # noqa: A001  the command's own word
    """The kinds, then the packs that were made, the newest first."""
    by = Scope.system("packs are listed from a shell")
    for kind in pack_kinds().values():
        print(f"{kind.name:<10}  {kind.title}")
    for pack in queries.packs(by):
        issued = "issued" if hasattr(pack, "issue") else "not issued"
        made = moment(pack.ready_at) if pack.ready_at else pack.get_status_display()
        print(f"{pack.pk:<10}  {pack.title}: {made}, {issued}")
    return DONE


def make(asked: Namespace) -> int:
    """Makes a pack, keeps it, and writes what was kept."""
    by = Scope.system("a pack is made from a shell")
    try:
        pack = make_now(wait_for_pack(asked.name, _meeting(asked, by), by=by).pk, by=by)
        if pack.status == Pack.Status.FAILED:
            raise NotPossibleNow(pack.problem)
        asked.out.mkdir(parents=True, exist_ok=True)
        for form in PackFile.Form:
            (asked.out / f"{pack.kind}.{form}").write_bytes(queries.bytes_of(by, pack.pk, form))
    except (NotFound, NotPossibleNow, OSError) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    print(f"{pack.title}: kept as pack {pack.pk}, written to {asked.out} as html, pdf and docx.")
    return DONE


def _meeting(asked: Namespace, by: Scope) -> Meeting | None:
    """The meeting that was named; for a pack of a meeting without a name, the next one planned."""
    if asked.meeting is not None:
        return meeting(by, asked.meeting)
    kind = pack_kinds().get(asked.name)
    if kind is None or not kind.of_a_meeting:
        return None
    ahead = [one.row for one in meetings(by, since=clock.today()) if one.row.is_planned]
    if not ahead:
        raise NotPossibleNow(f"No meeting is planned from {day(clock.today())} on. Name one with --meeting.")
    return min(ahead, key=lambda row: (row.on, row.pk))
