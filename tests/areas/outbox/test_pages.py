"""What waits, was sent, was stopped or failed can be seen and acted on by those who look after the outbox."""

import pytest

import factories
from goldenthread.accounts.roles import GRANTS, Permission, Role
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.outbox import actions, delivering
from goldenthread.outbox.channels import NotHandedOver

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")
TENDS = next(role for role, grant in GRANTS.items() if Permission.TEND_OUTBOX in grant.permissions)


@pytest.fixture
def staff(client):
    client.force_login(factories.user(TENDS))
    return client


def test_the_page_shows_each_message_where_it_stands(staff, carrier, letter):
    sent = actions.queue(letter(), by=SYSTEM)
    delivering.deliver(sent.pk, by=SYSTEM)
    actions.queue(letter(idempotency_key="waits", subject="A reminder"), by=SYSTEM)
    text = staff.get("/outbox/").content.decode()
    assert text.index("A reminder") < text.index("The draft plan")
    assert "Ms Example" in text


def test_an_empty_outbox_says_so(staff):
    assert "No message was queued yet." in staff.get("/outbox/").content.decode()


def test_a_message_shows_what_it_says_and_that_it_was_read_is_kept(staff, carrier, letter):
    message = actions.queue(letter(body=b"Dear <b>you</b>"), by=SYSTEM)
    text = staff.get(f"/outbox/{message.pk}/").content.decode()
    assert "Dear &lt;b&gt;you&lt;/b&gt;" in text
    read = AuditEvent.objects.get(way="read")
    assert (read.person_id, read.subject_id) == (7, str(message.pk))


def test_the_bytes_are_an_attachment_that_a_browser_does_not_run(staff, carrier, letter):
    message = actions.queue(letter(media_type="text/html", body=b"<script>1</script>"), by=SYSTEM)
    answer = staff.get(f"/outbox/{message.pk}/bytes/")
    assert answer.content == b"<script>1</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"


def test_a_waiting_message_is_stopped_for_a_reason(staff, carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    assert staff.post(f"/outbox/{message.pk}/stop/", {"because": ""}).status_code == 422
    staff.post(f"/outbox/{message.pk}/stop/", {"because": "Wrong child"})
    assert "Wrong child" in staff.get("/outbox/").content.decode()


def test_a_failed_message_is_tried_again_from_its_page(staff, carrier, letter):
    carrier.refuses = NotHandedOver("There is no such address.", for_good=True)
    message = actions.queue(letter(), by=SYSTEM)
    delivering.deliver(message.pk, by=SYSTEM)
    assert "There is no such address." in staff.get(f"/outbox/{message.pk}/").content.decode()
    assert staff.post(f"/outbox/{message.pk}/try-again/").status_code == 302
    assert staff.post(f"/outbox/{message.pk}/try-again/").status_code == 409


def test_doubt_is_answered_from_the_page(staff, carrier, letter):
    carrier.breaks_off = TimeoutError()
    message = actions.queue(letter(), by=SYSTEM)
    delivering.deliver(message.pk, by=SYSTEM)
    address = f"/outbox/{message.pk}/what-happened/"
    assert staff.get(address).status_code == 200
    staff.post(address, {"answer": "arrived", "because": "We rang."})
    assert "We rang." in staff.get(f"/outbox/{message.pk}/").content.decode()


def nobody_of_seven(scope):
    return [7]


def test_a_message_about_someone_hidden_does_not_exist(staff, carrier, letter, settings):
    settings.OUTBOX_HIDDEN_PEOPLE = ["areas.outbox.test_pages.nobody_of_seven"]
    message = actions.queue(letter(), by=SYSTEM)
    other = actions.queue(letter(idempotency_key="2", about_person_id=None, subject="Of nobody"), by=SYSTEM)
    assert "The draft plan" not in staff.get("/outbox/").content.decode()
    assert staff.get(f"/outbox/{message.pk}/").status_code == 404
    assert staff.get(f"/outbox/{message.pk}/bytes/").status_code == 404
    assert staff.get(f"/outbox/{other.pk}/").status_code == 200


def test_a_coordinator_has_no_outbox(client):
    client.force_login(factories.user(Role.COORDINATOR))
    assert client.get("/outbox/").status_code == 403
