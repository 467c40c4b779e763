"""Reads a return that was brought here, keeps what was found in it, and loads it if nothing is against it.

Each part may be stopped and begun again: reading starts over, and loading is one transaction.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.keeping import facts_folder, source_path
from goldenthread.casework.loading.snapshot import Snapshot
from goldenthread.casework.loading.writing import Written, write
from goldenthread.casework.models import Finding, Return
from goldenthread.sen2.findings import SETS_ASIDE
from goldenthread.sen2.folder import FINDINGS
from goldenthread.sen2.receiving import Received, receive
from goldenthread.sen2.refusal import Refused

STEP = 500
"""People between two reports of progress."""


def read_and_load(return_id: int, *, by: Scope, say: Callable[[str], Any] = str) -> Return:
    """Takes a return as far as it can go: refused, waiting for a decision, or loaded.

    `say` is told in words how far it is, for whoever waits at a shell.
    """
    source = Return.objects.get(pk=return_id)
    if source.status not in (Return.Status.WAITING, Return.Status.READING, Return.Status.LOADING):
        return source
    try:
        received = _read(source, say)
    except Refused as refusal:
        return _refuse(source, str(refusal), by)
    problem = _belongs_elsewhere(source, received)
    if problem:
        return _refuse(source, problem, by)
    if source.people_set_aside and not source.set_aside_allowed:
        return _move(source, Return.Status.DECIDE)
    say(f"read {source.people_in_file:,} people; loading them in one step")
    _move(source, Return.Status.LOADING)
    return _load(source, by)


def _read(source: Return, say: Callable[[str], Any]) -> Received:
    _move(source, Return.Status.READING)
    folder = facts_folder(source.digest)
    report = _reporter(source, every=STEP)

    def progress(people: int) -> None:
        report(people)
        say(f"read {people:,} people")

    received = receive(source_path(source.digest), folder, set_aside=True, progress=progress)
    header = received.header
    source.area, source.year, source.census_day = header.area, header.year, header.census_day
    source.people_set_aside = received.set_aside.get("people", 0)
    source.people_in_file = received.counts["people"] + source.people_set_aside
    source.counts = received.counts
    source.people_done = 0
    with transaction.atomic():
        source.save()
        _keep_findings(source, folder / FINDINGS)
    return received


def _keep_findings(source: Return, path: Path) -> None:
    Finding.objects.filter(found_in=source).delete()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            Finding(
                found_in=source,
                record=row["record"],
                element=row["element"],
                rule=row["rule"],
                found=row["found"],
                says=row["says"],
                fix=row["fix"],
                sets_aside=row["effect"] == SETS_ASIDE,
            )
            for row in csv.DictReader(file)
        ]
    Finding.objects.bulk_create(rows, batch_size=2_000)


def _belongs_elsewhere(source: Return, received: Received) -> str:
    area = received.header.area
    if area == settings.AREA:
        return ""
    return f"This return is of area {area}. Only returns of area {settings.AREA} belong here."


def _load(source: Return, by: Scope) -> Return:
    snapshot = Snapshot.of(facts_folder(source.digest))
    with transaction.atomic():
        written = write(snapshot, source, by=by, tell=_reporter(source, every=1))
        source.counts = {**source.counts, **_counts(written)}
        source.people_done = snapshot.people_count
        return _move(source, Return.Status.LOADED)


def _counts(written: Written) -> dict[str, int]:
    return {name: getattr(written, name) for name in Written.__slots__}


@transaction.atomic
def _refuse(source: Return, why: str, by: Scope) -> Return:
    source.problem = why
    record("refused a return", source, by=by, because=why)
    return _move(source, Return.Status.REFUSED)


def _move(source: Return, status: Return.Status) -> Return:
    source.status = status
    source.save()
    return source


def _reporter(source: Return, *, every: int) -> Callable[[int], None]:
    """Tells the page how far this is. By a connection of its own, so that progress shows while the
    load's one transaction is still open."""
    aside = connection.copy()
    last = 0

    def tell(done: int) -> None:
        nonlocal last
        if done - last < every:
            return
        last = done
        with aside.cursor() as cursor:
            cursor.execute("UPDATE casework_return SET people_done = %s WHERE id = %s", [done, source.pk])
        aside.close()

    return tell
