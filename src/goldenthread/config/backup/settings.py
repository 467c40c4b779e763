"""Where backups go, to whom they are encrypted and how many are kept, from the environment."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from pyrage import x25519

from goldenthread.config.backup.destinations import Destination, destination
from goldenthread.config.backup.keys import recipient
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.environment import ENVIRONMENT, Environment


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the environment chooses. `to` is asked for only when a backup is made."""

    where: Destination
    keep: int
    environment: Environment

    @property
    def to(self) -> x25519.Recipient:
        given = self.environment.backup_recipient
        if not given:
            raise BackupProblem(
                "GOLDEN_THREAD_BACKUP_RECIPIENT is not set. Make a pair of keys with ./gt backup keys FILE, "
                "and keep the file away from this server."
            )
        return recipient(given)


def chosen(environment: Environment = ENVIRONMENT) -> Chosen:
    """What the environment says. Raises `BackupProblem`."""
    where = destination(environment.backup_to, environment.bucket_endpoint)
    return Chosen(where, environment.backup_keep, environment)


def roots() -> dict[str, Path]:
    """The folders that a backup holds besides the database, by the name they have in it."""
    return {
        "files": Path(settings.MEDIA_ROOT),
        "facts": Path(settings.FACTS_ROOT),
        "outbox": Path(settings.OUTBOX_ROOT),
        "heads": Path(settings.HEADS_ROOT),
    }
