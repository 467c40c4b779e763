"""Bringing a return, deciding about records that cannot be understood, stopping."""

from collections.abc import Sequence

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.jobs import load_return
from goldenthread.casework.loading.keeping import Incoming, keep
from goldenthread.casework.models import Return

BUSY = (Return.Status.WAITING, Return.Status.READING, Return.Status.LOADING)


def bring_return(files: Sequence[Incoming], *, set_aside: bool = False, by: Scope) -> Return:
    """Keeps the files of a return and has them read and loaded in the background."""
    by.require(Permission.LOAD_RETURNS)
    source = keep_return(files, set_aside=set_aside, by=by)
    with transaction.atomic():
        load_return.defer(return_id=source.pk)
        record("asked for a return to be loaded", source, by=by)
    return source


def keep_return(files: Sequence[Incoming], *, set_aside: bool = False, by: Scope) -> Return:
    """Keeps the files of a return, to be read when `read_and_load` is called.

    Raises `NotPossibleNow` where just these files are loaded already, or being loaded.
    """
    by.require(Permission.LOAD_RETURNS)
    digest, size = keep(files)
    names = [file.name or "return" for file in files]
    earlier = Return.objects.filter(digest=digest).exclude(
        status__in=[Return.Status.REFUSED, Return.Status.STOPPED]
    )
    if (same := earlier.first()) is not None:
        raise NotPossibleNow(f"This return is here already: {same} ({same.get_status_display()}).")
    with transaction.atomic():
        source = Return.objects.create(
            file_name=names[0] if len(names) == 1 else f"{len(names)} files: {names[0]} …",
            digest=digest,
            size=size,
            set_aside_allowed=set_aside,
            brought_at=clock.now(),
            brought_by_id=by.actor_id,
            brought_by_name=by.actor_name,
        )
        record("brought a return", source, by=by, details={"digest": digest, "size": size})
    return source


@transaction.atomic
def set_aside_and_load(source: Return, *, by: Scope) -> None:
    """Goes on with the records that can be understood; the others stay in the report."""
    by.require(Permission.LOAD_RETURNS)
    source = Return.objects.select_for_update().get(pk=source.pk)
    if source.status != Return.Status.DECIDE:
        raise NotPossibleNow("This return does not wait for a decision.")
    source.set_aside_allowed = True
    source.status = Return.Status.WAITING
    source.save(update_fields=["set_aside_allowed", "status"])
    record("set records aside and went on", source, by=by, details={"records": source.people_set_aside})
    load_return.defer(return_id=source.pk)


@transaction.atomic
def stop(source: Return, *, by: Scope) -> None:
    """Stops a return that waits for a decision: a corrected file will be brought instead."""
    by.require(Permission.LOAD_RETURNS)
    source = Return.objects.select_for_update().get(pk=source.pk)
    if source.status != Return.Status.DECIDE:
        raise NotPossibleNow("Only a return that waits for a decision can be stopped.")
    source.status = Return.Status.STOPPED
    source.save(update_fields=["status"])
    record("stopped a return", source, by=by)
