"""Is the service well? Each check answers yes or no, with a sentence for those who look after it.

A *needed* check that fails means that pages cannot be served now: `/ready` says so and a load balancer goes
elsewhere. The others call a person, through the counts and the page of those who operate the service.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal import heads
from goldenthread.backups.queries import newest_backup
from goldenthread.operations.events import Event
from goldenthread.operations.logs import event_log

LOG = event_log()

WORKER_IS_SILENT_AFTER = timedelta(seconds=60)
"""A worker says every ten seconds that it lives."""
HEAD_AT_MOST = timedelta(hours=26)
"""A head is signed every night; two hours more, for a night that was slow."""
LEAST_FREE = 0.05
"""Of the disk that files are written to."""


@dataclass(frozen=True, slots=True)
class Check:
    """One answer. `name` is what counts and logs call it; `says` is for a person."""

    name: str
    title: str
    well: bool
    says: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """How a check is made: `ask` returns whether all is well, and a sentence."""

    name: str
    title: str
    ask: Callable[[], tuple[bool, str]]
    needed: bool = False

    def answer(self) -> Check:
        try:
            well, says = self.ask()
        except (DatabaseError, OSError):
            well, says = False, "It could not be asked."
        if not well:
            LOG.warning(Event.CHECK_FAILED, check=self.name)
        return Check(self.name, self.title, well, says, self.needed)


def database_answers() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "It answers."


def tables_are_of_this_version() -> tuple[bool, str]:
    """Whether every migration of this version was run. The files are read once in a process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        done = set(cursor.fetchall())
    pending = len(_known_migrations() - done)
    if pending:
        return False, f"{pending} changes of tables are waiting. Run: ./gt manage migrate"
    return True, "They are of this version."


_migrations: set[tuple[str, str]] = set()


def _known_migrations() -> set[tuple[str, str]]:
    if not _migrations:
        _migrations.update(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    return _migrations


def a_worker_lives() -> tuple[bool, str]:
    """Whether a job worker has said within a minute that it lives."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_heartbeat), now() FROM procrastinate_workers")
        last, now = cursor.fetchone()
    if last is None:
        return False, "No job worker has registered. Jobs wait until one starts."
    silent = now - last
    if silent > WORKER_IS_SILENT_AFTER:
        return False, f"The last sign of a job worker is {_ago(silent)} old. Jobs wait until one starts."
    return True, "A job worker lives."


def disk_has_room() -> tuple[bool, str]:
    usage = shutil.disk_usage(_nearest_folder(Path(settings.MEDIA_ROOT)))
    free = usage.free / usage.total
    says = f"{free:.0%} of the disk for files is free ({usage.free / 1e9:,.0f} GB)."
    return free >= LEAST_FREE, says


def _nearest_folder(path: Path) -> Path:
    """The folder itself, or where it will be made."""
    return next(one for one in (path, *path.parents) if one.exists())


def a_backup_is_young_enough() -> tuple[bool, str]:
    """Whether the newest backup was made within the hours that settings give."""
    newest = newest_backup(Scope.system("the service asks how it is"))
    return _recent("backup", newest.made_at if newest else None, timedelta(hours=settings.BACKUP_HOURS))


def a_head_is_young_enough() -> tuple[bool, str]:
    """Whether a signed head of the journal was put aside within a night and a bit."""
    try:
        found = [head for _, head in heads.read_all(settings.HEADS_ROOT)]
    except heads.NotAHead:
        return False, "A file among the heads is none. Run: ./gt audit verify"
    taken = max((datetime.fromisoformat(head.taken_at) for head in found), default=None)
    return _recent("signed head of the journal", taken, HEAD_AT_MOST)


def _recent(what: str, last: datetime | None, at_most: timedelta) -> tuple[bool, str]:
    """Whether something that is done regularly was done lately enough."""
    if last is None:
        return False, f"There is no {what} yet."
    age = clock.now() - last
    return age <= at_most, f"The newest {what} is {_ago(age)} old."


def _ago(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} minutes" if minutes != 1 else "1 minute"
    hours = minutes // 60
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


QUESTIONS = (
    Question("database", "Database", database_answers, needed=True),
    Question("tables", "Tables", tables_are_of_this_version, needed=True),
    Question("disk", "Disk", disk_has_room, needed=True),
    Question("worker", "Job worker", a_worker_lives),
    Question("backup", "Newest backup", a_backup_is_young_enough),
    Question("head", "Newest signed head", a_head_is_young_enough),
)


def checks(*, only_needed: bool = False) -> Iterator[Check]:
    """Every check, or those without which no page can be served."""
    return (question.answer() for question in QUESTIONS if question.needed or not only_needed)


def is_ready() -> bool:
    """Whether pages can be served now."""
    return all(check.well for check in checks(only_needed=True))
