"""Is everything that was acknowledged there exactly once? Acts, files, letters, jobs, the chain of seals."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, models

from goldenthread.audit.models import AuditEvent
from goldenthread.casework.models import Case, Entry
from goldenthread.config.drills.drill import Progress
from goldenthread.config.drills.written import BECAUSE
from goldenthread.documents.models import Version
from goldenthread.outbox.models import DeliveryEvent, Message, Status

ONE = 1
SEALED = ("casework_entry", "audit_auditevent", "outbox_message", "documents_version")


def problems(acknowledged: Iterable[dict[str, Any]], progress: Progress) -> int:
    """How many acknowledged acts are missing or were kept twice, each said through `progress`."""
    counts = _counts()
    lost = 0
    for line in acknowledged:
        found = {what: count[line["mark"]] for what, count in counts[line["kind"]].items()}
        wrong = {what: count for what, count in found.items() if count != ONE}
        if wrong:
            lost += 1
            progress(f"{line['kind']} {line['mark']} is not there exactly once: {wrong}")
    for kind, of_kind in counts.items():
        for what, count in of_kind.items():
            doubled = sum(1 for often in count.values() if often > ONE)
            if doubled:
                lost += doubled
                progress(f"{doubled} {kind} were kept twice: {what}")
    for fault in [*_jobs(), *_chain()]:
        lost += 1
        progress(fault)
    connection.close()
    return lost


def _counts() -> dict[str, dict[str, Counter[str]]]:
    """For each kind of act and each thing it leaves behind: how often it is there, by the act's mark."""
    entries = {
        "entry": _marks(Entry, "submission", submission__isnull=False),
        "reason": _marks(Entry, "because", because__startswith=BECAUSE),
        "audit": _marks(AuditEvent, "because", because__startswith=BECAUSE),
    }
    opened = _marks(Case, "entries__submission", person__surname__startswith="Drill-")
    letters = {
        "message": _marks(Message, "idempotency_key"),
        "handed over": _marks(DeliveryEvent, "message__idempotency_key", status=Status.HANDED_OVER),
        "letter in the outbox": Counter(_letters_written()),
    }
    files = {"version": _marks(Version, "submission"), "file": Counter(_files_written())}
    return {"entries": entries, "requests": {**entries, "case": opened}, "files": files, "letters": letters}


def _marks(model: type[models.Model], column: str, **which: Any) -> Counter[str]:
    rows = model._default_manager.filter(**which).values_list(column, flat=True)
    return Counter(str(value).removeprefix(BECAUSE) for value in rows)


def _letters_written() -> Iterator[str]:
    """The marks in the letters of the readable outbox, each read from its file."""
    for path in Path(settings.OUTBOX_ROOT).glob("*"):
        if not path.name.startswith("."):
            yield path.read_text().removeprefix(BECAUSE).strip()


def _files_written() -> Iterator[str]:
    """The marks in the files that versions name, each read from the storage."""
    for version in Version.objects.all():
        with default_storage.open(version.stored_as) as stored:
            yield stored.read().decode().removeprefix(BECAUSE).strip()


def _jobs() -> list[str]:
    """Jobs that are not done, and messages that have not exactly one job."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name, status, count(*) FROM procrastinate_jobs "
            "WHERE status <> 'succeeded' AND queue_name <> 'operations' GROUP BY 1, 2"
        )
        found = [f"{count} jobs {task} are {status}" for task, status, count in cursor.fetchall()]
        cursor.execute(
            "SELECT m.id, count(j.id) FROM outbox_message m LEFT JOIN procrastinate_jobs j "
            "ON j.task_name = 'outbox.deliver' AND (j.args->>'message_id')::bigint = m.id "
            "GROUP BY m.id HAVING count(j.id) <> 1"
        )
        return [*found, *(f"message {number} has {count} jobs" for number, count in cursor.fetchall())]


def _chain() -> list[str]:
    """Places where the chain of seals forks or has a gap."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(position), count(DISTINCT position) FROM audit_seal")
        count, newest, distinct = cursor.fetchone()
        found = [] if count == newest == distinct else [f"{count} seals up to {newest}: a gap or a fork"]
        for table in SEALED:
            cursor.execute(
                f"SELECT count(*) FROM {table} t LEFT JOIN audit_seal s "  # noqa: S608  names of ours
                "ON s.table_name = %s AND s.row_id = t.id WHERE s.position IS NULL",
                [table],
            )
            (unsealed,) = cursor.fetchone()
            found += [f"{unsealed} rows of {table} have no seal"] if unsealed else []
        return found
