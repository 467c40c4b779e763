"""Erases one child whose erasure two people agreed to. Begun again after a crash, it goes on where it was.

First the files, which no transaction holds; then all rows in one transaction, with its note. A row with
something in it that came after the agreement is not covered by it: then nothing goes, and the child is in
the next run.
"""

from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.erasure.actions import erase
from goldenthread.audit.kept import Way
from goldenthread.audit.models import Erasure
from goldenthread.audit.scope import Scope
from goldenthread.retention.declarations import files, kept, rows_of_journals
from goldenthread.retention.due import due_on
from goldenthread.retention.models import Hold, Run, RunPerson

HELD_SINCE = "Something came to hold it after the run was agreed to."
CHANGED_SINCE = "Something was recorded after the run was agreed to."


def erase_run(run_id: int, *, by: Scope) -> Run:
    """Erases everyone of a run that was agreed to and is not done, one child after the other."""
    run = Run.objects.get(pk=run_id)
    if run.status != Run.Status.ERASING:
        return run
    for one in run.people.filter(outcome=RunPerson.Outcome.GOES).order_by("pk"):
        erase_one(one, by=by)
    with transaction.atomic():
        run.status, run.done_at = Run.Status.DONE, clock.now()
        run.save(update_fields=["status", "done_at"])
        erased = run.people.filter(outcome=RunPerson.Outcome.ERASED).count()
        record("finished a retention run", run, by=by, details={"erased": erased})
    return run


def erase_one(one: RunPerson, *, by: Scope) -> None:
    """Erases one child, or leaves them and says why."""
    people = list(one.people)
    reason = _why_not_after_all(one, people)
    if reason:
        _leave(one, reason, by)
    else:
        take_away(one, by=by)


def take_away(one: RunPerson, *, by: Scope) -> None:
    """Takes away what an approved authority covers: files first, then rows."""
    people = list(one.people)
    for files_kept in files():
        files_kept.remove(people)
    with transaction.atomic():
        rows = rows_of_journals(people)
        one.rows = erase(rows, authority=one.authority, by=by) if one.authority and rows else 0
        _blank_and_delete(people)
        Hold.objects.filter(person_id__in=people).update(because="", lifted_because="")
        one.outcome, one.why, one.erased_at = RunPerson.Outcome.ERASED, "", clock.now()
        one.save()
        record("erased a child's record", one, by=by, details={"rows": one.rows})


def _why_not_after_all(one: RunPerson, people: list[int]) -> str:
    still = next((due for due in due_on(one.run.as_at) if set(due.people) == set(people)), None)
    if still is None or still.held_because:
        return still.held_because if still else CHANGED_SINCE
    covered = one.authority.covers if one.authority else {}
    gone = _already_erased(people)
    for row in rows_of_journals(people):
        table = row._meta.db_table
        if row.pk not in covered.get(table, ()) and (table, row.pk) not in gone:
            return CHANGED_SINCE
    return ""


def _already_erased(people: list[int]) -> set[tuple[str, int]]:
    tables = {one.model._meta.db_table for one in kept(Way.TOMBSTONE)}
    return set(Erasure.objects.filter(table__in=tables).values_list("table", "row_id"))


def _blank_and_delete(people: list[int]) -> None:
    """Written over first, while every row can still be found by the others; then deleted."""
    for one in kept(Way.BLANK):
        found = list(one.rows(people).values_list("pk", flat=True))
        one.model._default_manager.filter(pk__in=found).update(**one.blank)
    for one in kept(Way.DELETE):
        found = list(one.rows(people).values_list("pk", flat=True))
        one.model._default_manager.filter(pk__in=found).delete()


@transaction.atomic
def _leave(one: RunPerson, why: str, by: Scope) -> None:
    one.outcome, one.why = RunPerson.Outcome.CHANGED, why
    one.save(update_fields=["outcome", "why"])
    record("left a child's record as it is", one, by=by, because=why)
