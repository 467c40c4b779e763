"""Noting that a backup was made, and that old ones were removed."""

from collections.abc import Collection

from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.backups.models import Backup


@transaction.atomic
def note_backup(made: Backup, *, by: Scope) -> Backup:
    """Notes a backup that lies where it should, whole."""
    made.save()
    record("made a backup", made, by=by, details={"name": made.name, "position": made.position})
    return made


@transaction.atomic
def note_removed(names: Collection[str], *, by: Scope) -> None:
    """Notes which backups were removed because newer ones take their place."""
    Backup.objects.filter(name__in=names, removed_at__isnull=True).update(removed_at=clock.now())
    record("removed old backups", Backup, by=by, details={"names": sorted(names)})
