"""What is written for the public, and what is let into releases."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.publication.models import EasyText, OpenLetter, PublicMark
from goldenthread.publication.queries.marks import candidate


@dataclass(frozen=True, slots=True)
class LetterDetails:
    """An open letter or an update, as it is written."""

    kind: OpenLetter.Kind
    title: str
    signed: str
    dated_on: date
    words: str
    is_ready: bool
    is_example: bool = False


@transaction.atomic
def keep_letter(details: LetterDetails, *, by: Scope, letter: OpenLetter | None = None) -> OpenLetter:
    """Keeps a letter, or another wording of one. What was released of it stays as it was released."""
    by.require(Permission.PREPARE_RELEASE)
    row = letter or OpenLetter()
    row.kind, row.title, row.signed = details.kind, details.title, details.signed
    row.dated_on, row.words = details.dated_on, details.words
    row.is_ready, row.is_example = details.is_ready, details.is_example
    row.changed_at, row.changed_by_name = clock.now(), by.actor_name
    row.save()
    record("wrote to families", row, by=by, details={"is ready": row.is_ready})
    return row


@transaction.atomic
def mark(kind: PublicMark.Kind, row_id: int, *, public: bool, by: Scope, because: str = "") -> PublicMark:
    """Lets a row enter the next release, or no longer. Raises `NotFound` for a row that is not there."""
    by.require(Permission.PREPARE_RELEASE)
    if candidate(by, kind, row_id) is None:
        raise NotFound("There is no such thing to publish.")
    row = journal.append(
        PublicMark(
            kind=kind,
            row_id=row_id,
            is_public=public,
            because=because,
            at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    act = "let something enter releases" if public else "kept something out of releases"
    record(act, row, by=by, because=because, details={"kind": str(kind), "row": row_id})
    return row


@transaction.atomic
def write_easily(key: str, words: str, *, by: Scope, is_example: bool = False) -> EasyText:
    """Keeps easy words for a part of the site; empty words take them back."""
    by.require(Permission.PREPARE_RELEASE)
    row = journal.append(
        EasyText(
            key=key,
            words=words,
            is_example=is_example,
            at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("wrote easy words", row, by=by, details={"key": key})
    return row
