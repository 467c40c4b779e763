"""The newest backup, for whoever watches the service."""

from goldenthread.audit.scope import Scope
from goldenthread.backups.models import Backup


def newest_backup(scope: Scope) -> Backup | None:
    """The newest backup that still lies there; None before the first. No personal data."""
    return Backup.objects.filter(removed_at__isnull=True).order_by("-made_at").first()


def oldest_backup(scope: Scope) -> Backup | None:
    """The oldest that still lies there: what was erased since may still be read in it."""
    return Backup.objects.filter(removed_at__isnull=True).order_by("made_at").first()
