"""Documents stand on a child's record: whoever reaches the record adds, lists and reads them, nobody else."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import factories
from areas.documents import files
from builders import a_case
from goldenthread.audit.models import AuditEvent
from goldenthread.documents.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def coordinator():
    return factories.user(of=factories.team())


@pytest.fixture
def case(coordinator):
    return factories.case(coordinator=coordinator)


@pytest.fixture
def mine(client, coordinator):
    client.force_login(coordinator)
    return client


def add(client, case, content=files.PDF, name="advice.pdf", **more):
    given = {"kind": "advice", "title": "Therapy advice", "file": SimpleUploadedFile(name, content), **more}
    return client.post(f"/cases/{case.reference}/documents/add/", given)


def test_a_document_is_added_listed_and_read(mine, case):
    assert "No document was added yet." in mine.get(f"/cases/{case.reference}/documents/").content.decode()
    assert add(mine, case).status_code == 302
    version = Version.objects.get()
    listed = mine.get(f"/cases/{case.reference}/documents/").content.decode()
    assert "Therapy advice" in listed
    page = mine.get(f"/cases/{case.reference}/documents/{version.document_id}/").content.decode()
    assert "no scanner is connected" in page
    answer = mine.get(f"/cases/{case.reference}/documents/{version.document_id}/1/")
    assert b"".join(answer.streaming_content) == files.PDF


def test_a_download_is_an_attachment_that_no_browser_guesses_about_and_is_kept_in_the_audit(mine, case):
    add(mine, case)
    version = Version.objects.get()
    answer = mine.get(f"/cases/{case.reference}/documents/{version.document_id}/1/")
    answer.getvalue()
    assert answer["Content-Disposition"] == 'attachment; filename="advice.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    read = AuditEvent.objects.get(way="read", subject_kind="documents.Version")
    assert (read.person_id, read.subject_id) == (case.person_id, str(version.pk))


def test_a_hostile_file_is_refused_beside_its_box(mine, case):
    answer = add(mine, case, b"MZ", "advice.pdf")
    assert answer.status_code == 422
    assert "the file is something else" in answer.content.decode()
    assert not Version.objects.exists()


def test_a_newer_version_is_added_to_the_same_document(mine, case):
    add(mine, case)
    here = f"/cases/{case.reference}/documents/{Version.objects.get().document_id}/"
    form = f"/cases/{case.reference}/documents/{Version.objects.get().document_id}/add-version/"
    assert mine.get(form).status_code == 200
    mine.post(form, {"file": SimpleUploadedFile("advice2.pdf", files.PDF)})
    assert "Download version 2" in mine.get(here).content.decode()


def test_a_form_that_is_sent_twice_is_kept_once(mine, case):
    mark = str(uuid4())
    answers = [add(mine, case, submission=mark) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Version.objects.count() == 1


def test_a_document_of_another_record_is_not_found_under_this_one(mine, coordinator, case):
    add(mine, case)
    other = factories.case(coordinator=coordinator)
    document = Version.objects.get().document_id
    assert mine.get(f"/cases/{other.reference}/documents/{document}/").status_code == 404
    assert mine.get(f"/cases/{other.reference}/documents/{document}/1/").status_code == 404
    assert mine.get(f"/cases/{case.reference}/documents/{document}/2/").status_code == 404


def test_out_of_reach_no_document_exists(client, mine, case):
    add(mine, case)
    document = Version.objects.get().document_id
    client.force_login(factories.user(of=factories.team()))
    here = f"/cases/{case.reference}/documents/"
    for address in ("", "add/", f"{document}/", f"{document}/add-version/", f"{document}/1/"):
        assert client.get(here + address).status_code == 404


def test_the_record_leads_to_its_documents(mine, coordinator):
    case = a_case().requested_on("2025-01-20").in_the_journal()
    case.coordinator = coordinator
    case.save()
    page = mine.get(f"/cases/{case.reference}/").content.decode()
    assert f"/cases/{case.reference}/documents/" in page
