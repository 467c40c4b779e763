"""Bytes are safe before a row names them, versions stay, and what was cut off is collected."""

import hashlib
import io
import os
import time

import pytest
from django.db import DatabaseError, transaction

from areas.documents import files
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.documents import actions, collecting, queries, storing
from goldenthread.documents.checking import Refused
from goldenthread.documents.models import Document, Version

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")
ABOUT = actions.About(person_id=7, case_id=3)


def brought(content=files.PDF, name="advice.pdf"):
    return actions.Brought(name, len(content), io.BytesIO(content))


def bring(content=files.PDF):
    return actions.add(brought(content), kind="advice", title="Advice", about=ABOUT, by=SYSTEM)


def test_a_document_is_kept_with_its_digest_and_audited(storage):
    version = bring()
    assert version.digest == hashlib.sha256(files.PDF).hexdigest() == storing.digest_of(version.stored_as)
    assert (version.media_type, version.size, version.number) == ("application/pdf", len(files.PDF), 1)
    event = AuditEvent.objects.get(act="added a document")
    assert (event.person_id, event.details["digest"]) == (7, version.digest)


def test_bytes_lie_where_only_we_read_them_under_a_name_that_says_nothing(storage):
    version = bring()
    place = storage / version.stored_as
    assert place.stat().st_mode & 0o777 == 0o600
    assert "advice" not in version.stored_as


def test_bytes_are_synced_to_disk_before_the_row_is_written(storage, monkeypatch):
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (synced.append(Version.objects.count()), real(number)))
    bring()
    assert synced == [0, 0, 0], "the file, its folder and the folder above, each before the row"
    assert Version.objects.count() == 1


def test_a_newer_version_stands_beside_the_older_and_no_version_changes(storage):
    first = bring()
    actions.add_version(first.document, brought(files.DOCX, "advice.docx"), by=SYSTEM)
    rows = queries.versions(SYSTEM, 3, first.document_id)
    assert [(row.number, row.file_name) for row in rows] == [(2, "advice.docx"), (1, "advice.pdf")]
    assert [row.number for row in queries.of_case(SYSTEM, 3)] == [2]
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Version.objects.update(digest="x")


def test_a_refused_file_leaves_no_row_and_no_bytes(storage):
    with pytest.raises(Refused):
        actions.add(brought(b"MZ"), kind="advice", title="Advice", about=ABOUT, by=SYSTEM)
    assert not Document.objects.exists()
    assert list(storing.names()) == []


def test_bytes_that_no_row_came_to_name_are_collected_and_others_are_not(storage):
    kept = bring()
    lost = storing.store([b"cut off"])
    fresh = storing.store([b"still coming"])
    yesterday = time.time() - 25 * 3600
    for name in (lost.name, kept.stored_as):
        os.utime(storage / name, (yesterday, yesterday))
    assert collecting.collect_orphans(by=SYSTEM) == 1
    assert set(storing.names()) == {kept.stored_as, fresh.name}


def test_what_was_cut_off_while_it_was_written_is_collected_too(storage):
    bring()
    half = storage / "documents" / "ab" / "abcdef.part"
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    assert collecting.collect_orphans(by=SYSTEM) == 1
    assert not half.exists()
