"""You said, we did, what changed: each part is added when it is known."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.voice.models import Heard, Survey


@dataclass(frozen=True, slots=True)
class HeardDetails:
    """What was said, by whom as a group, and when. No person is named."""

    theme: str
    said: str
    said_by: str
    said_on: date
    survey: Survey | None = None
    source: str = ""
    is_example: bool = False


@transaction.atomic
def add_heard(details: HeardDetails, *, by: Scope) -> Heard:
    """Keeps what was said; nothing was done about it yet."""
    by.require(Permission.KEEP_VOICE)
    row = Heard.objects.create(
        theme=details.theme,
        said=details.said,
        said_by=details.said_by,
        said_on=details.said_on,
        survey=details.survey,
        source=details.source,
        is_example=details.is_example,
        added_at=clock.now(),
        added_by_id=by.actor_id,
        added_by_name=by.actor_name,
    )
    record("kept what families said", row, by=by)
    return row


@transaction.atomic
def correct_heard(row: Heard, details: HeardDetails, *, because: str, by: Scope) -> Heard:
    """Puts right what was said. Raises `NotPossibleNow` for a day after something was done about it."""
    by.require(Permission.KEEP_VOICE)
    locked = Heard.objects.select_for_update().get(pk=row.pk)
    if locked.did_on is not None and locked.did_on < details.said_on:
        raise NotPossibleNow("Something was done about it before that day. Check the day.")
    was = {"said": locked.said, "said_by": locked.said_by, "said_on": str(locked.said_on)}
    locked.theme, locked.said, locked.said_by = details.theme, details.said, details.said_by
    locked.said_on, locked.survey = details.said_on, details.survey
    locked.save(update_fields=["theme", "said", "said_by", "said_on", "survey"])
    record("corrected what families said", locked, by=by, because=because, details={"was": was})
    return locked


@transaction.atomic
def take_back_what_changed(row: Heard, *, because: str, by: Scope) -> Heard:
    """Says that nothing changed after all: it is open again."""
    by.require(Permission.KEEP_VOICE)
    locked = Heard.objects.select_for_update().get(pk=row.pk)
    if locked.changed_on is None:
        raise NotPossibleNow("Nothing is said to have changed.")
    was = {"changed": locked.changed, "how_we_know": locked.how_we_know}
    locked.changed, locked.changed_on, locked.how_we_know = "", None, ""
    locked.save(update_fields=["changed", "changed_on", "how_we_know"])
    record("took back what changed", locked, by=by, because=because, details={"was": was})
    return locked


@transaction.atomic
def say_what_was_done(row: Heard, *, did: str, did_on: date, by: Scope) -> Heard:
    """Says what was done. Raises `NotPossibleNow` for a day before it was said."""
    by.require(Permission.KEEP_VOICE)
    locked = Heard.objects.select_for_update().get(pk=row.pk)
    if did_on < locked.said_on:
        raise NotPossibleNow("It was done before it was said. Check the day.")
    if locked.changed_on is not None and locked.changed_on < did_on:
        raise NotPossibleNow("What changed is said to be older than that day. Check the day.")
    was = {"did": locked.did, "did_on": str(locked.did_on or "")}
    locked.did, locked.did_on = did, did_on
    locked.save(update_fields=["did", "did_on"])
    record("said what was done", locked, by=by, details={"was": was})
    return locked


@transaction.atomic
def say_what_changed(row: Heard, *, changed: str, changed_on: date, how_we_know: str, by: Scope) -> Heard:
    """Says what became different for families, and how we know.

    Raises `NotPossibleNow` where nothing was done yet, or for a day before that.
    """
    by.require(Permission.KEEP_VOICE)
    locked = Heard.objects.select_for_update().get(pk=row.pk)
    if locked.did_on is None:
        raise NotPossibleNow("Say first what was done.")
    if changed_on < locked.did_on:
        raise NotPossibleNow("It changed before anything was done. Check the day.")
    was = {"changed": locked.changed, "how_we_know": locked.how_we_know}
    locked.changed, locked.changed_on, locked.how_we_know = changed, changed_on, how_we_know
    locked.save(update_fields=["changed", "changed_on", "how_we_know"])
    record("said what changed", locked, by=by, details={"was": was})
    return locked
