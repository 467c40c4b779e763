"""What must happen after a restore before anyone works with it, for the world went on after the backup.

Letters that waited may have left since: a person looks before they go. Sessions end. What was erased since is
erased again.
"""

from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.db import transaction
from pyrage import x25519

from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.backups.models import Backup
from goldenthread.config.backup import ledger
from goldenthread.config.backup.checking import About
from goldenthread.config.backup.destinations import Destination
from goldenthread.outbox.actions import hold_all
from goldenthread.retention.actions import erase_again


def after_restore(where: Destination, key: x25519.Identity, about: About) -> Iterator[str]:
    """Does what must be done, and says each in a few words."""
    by = Scope.system("a backup was restored")
    because = f"Restored from the backup of {about.made_at}: it may have left since."
    held = hold_all(by=by, because=because)
    yield f"{held} messages wait for a person: they may have left since the backup"
    with transaction.atomic():
        ended, _ = Session.objects.all().delete()
        record("restored a backup", Backup, by=by, details={"made_at": about.made_at})
    again = sum(
        erase_again(list(one.people), asked_by=_whoever(one.asked), agreed_by=_whoever(one.agreed), by=by)
        for one in ledger.erased(where, key)
    )
    yield f"{again} children erased again, who were erased since"
    yield f"{ended} sessions ended: everyone signs in again"


def _whoever(known: tuple[int | None, str]) -> Scope:
    """One of the two who agreed before the restore, for the note of it alone: a scope that reaches
    nothing."""
    number, name = known
    return Scope(number, name)
