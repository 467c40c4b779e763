"""The outbox, the documents of a record and retention, in a real browser: readable wide and narrow, and
axe clean."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import factories
from areas.documents import files
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.outbox import actions as outbox
from goldenthread.outbox.outgoing import Outgoing
from goldenthread.retention import actions as retention
from goldenthread.retention.kinds import Kind

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SYSTEM = Scope.system("a test")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def look(pages, axe, fits_its_width, picture, address, name):
    for kind, page in pages.items():
        page.goto(address)
        axe(page)
        fits_its_width(page)
        picture(page, f"{name}-{kind}")


def test_pages_of_what_is_kept(page, narrow_page, sign_in, axe, fits_its_width, picture, client):
    person = factories.person(birth_date=date(1970, 5, 3))
    case = factories.case(person)
    officer = factories.user(Role.RECORDS_OFFICER)
    message = outbox.queue(
        Outgoing(
            kind="draft plan",
            channel="email",
            recipient="parent@example.org",
            recipient_name="Ms Example",
            subject="The draft plan for Maya",
            body=b"Dear Ms Example,\n\nhere is the draft plan.",
            idempotency_key="one",
            about_person_id=person.pk,
        ),
        by=SYSTEM,
    )
    retention.set_policy(Kind.WITHOUT_PLAN, years=31, because="The board, 4 March 2025", by=SYSTEM)
    run = retention.prepare(as_at=date(2025, 2, 3), by=Scope.of(officer))
    pages = {"wide": page, "narrow": narrow_page}
    for one in pages.values():
        sign_in(one, officer)
    see = (pages, axe, fits_its_width, picture)
    look(*see, "/outbox/", "outbox")
    look(*see, f"/outbox/{message.pk}/", "message")
    look(*see, "/retention/", "retention")
    look(*see, f"/retention/runs/{run.pk}/", "retention-run")
    look(*see, "/retention/policy/with-plan/", "retention-policy")
    look(*see, f"/cases/{case.reference}/documents/", "no-documents")
    coordinator = factories.user(of=factories.team())
    case.coordinator = coordinator
    case.save()
    for one in pages.values():
        sign_in(one, coordinator)
    look(*see, f"/cases/{case.reference}/documents/add/", "add-document")
    client.force_login(coordinator)
    given = {"kind": "advice", "title": "Advice", "file": SimpleUploadedFile("advice.pdf", files.PDF)}
    client.post(f"/cases/{case.reference}/documents/add/", given)
    look(*see, f"/cases/{case.reference}/documents/", "documents")
