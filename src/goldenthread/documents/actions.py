"""Adding a document or another version of it, and keeping that one was read."""

from dataclasses import dataclass
from typing import Any, BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record, record_reading
from goldenthread.audit.scope import Scope
from goldenthread.documents import jobs, storing
from goldenthread.documents.checking import Checked, check
from goldenthread.documents.models import Document, Scan, Version


@dataclass(frozen=True, slots=True)
class About:
    """Whom a document is about, and on which case it stands. The area that asks has checked the reach."""

    person_id: int
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought: what someone named it, its bytes, open for reading, and the form it came
    with."""

    name: str
    size: int
    bytes: BinaryIO
    submission: UUID | None = None


def add(brought: Brought, *, kind: str, title: str, about: About, by: Scope) -> Version:
    """Keeps a document about a child. Raises `checking.Refused` with a sentence for whoever brought it."""
    by.require(Permission.RECORD_ON_CASES)
    kept = _bring_in(brought)
    with transaction.atomic():
        if (already := _submitted(brought.submission)) is not None:
            return already
        document = _document(kind, title, about, by)
        version = _version(document, 1, kept, brought.submission, by)
        record("added a document", document, by=by, person_id=about.person_id, details=_weight(kept))
    return version


def keep(
    brought: Brought,
    *,
    kind: str,
    title: str,
    under: Permission,
    about: About | None = None,
    by: Scope,
) -> Version:
    """Keeps a document that stands on no child's record: the paper of a board. Raises `checking.Refused`.

    `under` is the permission that the area which asks works by; who may read it is for that area to say.
    `about` is the child whom it tells of without a name, so that it goes when their record goes.
    """
    by.require(under)
    kept = _bring_in(brought)
    with transaction.atomic():
        if (already := _submitted(brought.submission)) is not None:
            return already
        document = _document(kind, title, about, by)
        version = _version(document, 1, kept, brought.submission, by)
        person_id = about.person_id if about else None
        record("added a document", document, by=by, person_id=person_id, details=_weight(kept))
    return version


def _document(kind: str, title: str, about: About | None, by: Scope) -> Document:
    return Document.objects.create(
        kind=kind,
        title=title,
        about_person_id=about.person_id if about else None,
        case_id=about.case_id if about else None,
        added_at=clock.now(),
        added_by_id=by.actor_id,
        added_by_name=by.actor_name,
    )


def add_version(
    document: Document, brought: Brought, *, under: Permission = Permission.RECORD_ON_CASES, by: Scope
) -> Version:
    """Keeps a newer version; the older ones stay. Raises `checking.Refused`.

    `under` is another permission for a document that is about no child: see `keep`.
    """
    by.require(under if document.about_person_id is None else Permission.RECORD_ON_CASES)
    kept = _bring_in(brought)
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document.pk)
        if (already := _submitted(brought.submission)) is not None:
            return already
        number = document.versions.count() + 1
        version = _version(document, number, kept, brought.submission, by)
        person = document.about_person_id
        record("added a version of a document", document, by=by, person_id=person, details=_weight(kept))
    return version


def _bring_in(brought: Brought) -> tuple[Checked, storing.Stored]:
    """Judges the bytes and makes them safe, before any transaction begins: disks and networks are slow."""
    checked = check(brought.bytes, brought.name, brought.size)
    pieces = iter(lambda: brought.bytes.read(storing.PIECE), b"")
    return checked, storing.store(pieces)


def _submitted(submission: UUID | None) -> Version | None:
    """What the same form brought before; two that come at once follow each other."""
    if submission is None:
        return None
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [str(submission)])
    return Version.objects.filter(submission=submission).select_related("document").first()


def _version(
    document: Document,
    number: int,
    kept: tuple[Checked, storing.Stored],
    submission: UUID | None,
    by: Scope,
) -> Version:
    checked, stored = kept
    version = journal.append(
        Version(
            document=document,
            number=number,
            file_name=checked.name,
            media_type=checked.media_type,
            size=stored.size,
            digest=stored.digest,
            stored_as=stored.name,
            added_at=clock.now(),
            added_by_id=by.actor_id,
            added_by_name=by.actor_name,
            submission=submission,
        )
    )
    if settings.CLAMAV:
        Scan.objects.create(version=version, changed_at=clock.now())
        jobs.scan.defer(version_id=version.pk)
    return version


def _weight(kept: tuple[Checked, storing.Stored]) -> dict[str, Any]:
    stored = kept[1]
    return {"digest": stored.digest, "size": stored.size}


@transaction.atomic
def note_read(version: Version, *, by: Scope) -> None:
    """Keeps that someone was given the bytes."""
    person = version.document.about_person_id
    if person is None:
        record("opened a document", version, by=by)
    else:
        record_reading(version, by=by, person_id=person)
