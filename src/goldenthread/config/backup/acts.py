"""What the commands backup, restore and verify do once the database is there, and what they say."""

import os
from datetime import UTC, datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from goldenthread.audit.scope import Scope
from goldenthread.backups.actions import note_backup, note_removed
from goldenthread.backups.models import Backup
from goldenthread.config.backup import aftercare, making, verifying
from goldenthread.config.backup.chain import check_goes_on_from, export_head, why_chain_is_broken
from goldenthread.config.backup.checking import About, check
from goldenthread.config.backup.destinations import ENDING, Destination
from goldenthread.config.backup.keys import identity
from goldenthread.config.backup.problem import BackupProblem
from goldenthread.config.backup.restoring import restore
from goldenthread.config.backup.settings import chosen, roots
from goldenthread.config.reaching_database import tell
from goldenthread.ui.words import size

BY = "a backup is made by command"


def act(name: str | None) -> int:
    """`./gt backup`, or `./gt backup list`."""
    return list_backups() if name == "list" else back_up()


def back_up() -> int:
    """Makes a backup, removes those beyond what is kept, and says how it went."""
    settings = chosen()
    to = settings.to
    export_head()
    made = making.make(settings.where, to, address=owner(), roots=roots(), say=tell)
    removed = making.remove_old(settings.where, keep=settings.keep)
    by = Scope.system(BY)
    note_backup(_row(made), by=by)
    if removed:
        note_removed(removed, by=by)
    for name in made.missing:
        tell(f"missing: the bytes of {name}. The backup holds everything else.")
    print(
        f"{made.name}: {made.rows:,} rows, {made.files:,} files, {size(made.size)}, journal at "
        f"{made.head.position:,}, {made.seconds:.1f} seconds; {len(removed)} old ones removed"
    )
    return 1 if made.missing else 0


def _row(made: making.Made) -> Backup:
    return Backup(
        name=made.name,
        made_at=datetime.now(UTC),
        size=made.size,
        files=made.files,
        rows=made.rows,
        position=made.head.position,
        seconds=made.seconds,
    )


def list_backups() -> int:
    """Every backup that is there, the newest last, and its age."""
    names = making.archives(chosen().where)
    for name in names:
        print(name)
    if not names:
        tell("there is no backup yet")
        return 1
    hours = (datetime.now(UTC) - moment_of(names[-1])).total_seconds() / 3600
    tell(f"the newest is {hours:.1f} hours old")
    return 0


def moment_of(name: str) -> datetime:
    """When an archive was made, by its name."""
    stamp = name.removeprefix(making.PREFIX).removesuffix(ENDING)
    return datetime.strptime(stamp, "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)


def restore_from(name: str | None, key: Path) -> int:
    """Restores, brings the tables to this version, and does what must be done before anyone works with it."""
    where = chosen().where
    found = name or newest(where)
    reads = identity(key)
    about = restore(where, found, reads, address=owner(), roots=roots(), say=tell)
    tell(f"rows, rights, head and files are as they were at {about.made_at}")
    _check_version(about)
    call_command("migrate", interactive=False, verbosity=0)
    for line in aftercare.after_restore(where, reads, about):
        tell(line)
    if problem := why_chain_is_broken():
        raise BackupProblem(f"The journal's chain is not whole: {problem}")
    print(
        f"{found}: {sum(about.counts.values()):,} rows, {about.files:,} files restored, "
        f"journal at {about.head.position:,}, the same head"
    )
    return 0


def _check_version(about: About) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(connection).disk_migrations}
    if newer := sorted(set(about.migrations) - known):
        raise BackupProblem(
            f"The backup is of a newer version of Golden Thread (it has {newer[0]}). "
            "The database was restored; run that version with it."
        )


def verify_running() -> int:
    """Looks at every document and at the chain."""
    found = verifying.look(owner())
    for name in found.missing:
        tell(f"missing: the bytes of {name}")
    for name in found.changed:
        tell(f"changed: the bytes of {name} are not the ones that were stored")
    broken = why_chain_is_broken(against_heads=True)
    if broken:
        tell(f"the journal's chain: {broken}")
    print(
        f"{found.rows:,} rows; {found.documents:,} documents, {len(found.missing)} missing, "
        f"{len(found.changed)} changed; journal at {found.head.position:,}, "
        f"chain {'broken' if broken else 'whole'}"
    )
    return 0 if found.whole and not broken else 1


def verify_backup(name: str | None, key: Path) -> int:
    """Reads a backup through, and holds the journal here against its head."""
    where = chosen().where
    found = name or newest(where)
    about = check(where, found, identity(key))
    check_goes_on_from(about.head)
    print(
        f"{found}: whole; {sum(about.counts.values()):,} rows, {about.files:,} files; "
        f"the journal here goes on from its head at {about.head.position:,}"
    )
    return 0


def newest(where: Destination) -> str:
    names = making.archives(where)
    if not names:
        raise BackupProblem("There is no backup yet where GOLDEN_THREAD_BACKUP_TO points.")
    return names[-1]


def owner() -> str:
    """The address of the role that owns the tables."""
    return os.environ["DATABASE_OWNER_URL"]
