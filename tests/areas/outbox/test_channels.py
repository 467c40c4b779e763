"""The readable outbox writes each message once; the mail server's answers are told apart."""

import smtplib

import pytest
from django.core import mail

from goldenthread.audit.scope import Scope
from goldenthread.outbox import actions, delivering
from goldenthread.outbox.channels import NotHandedOver, carrier_for
from goldenthread.outbox.channels.readable import ReadableOutbox, path_of
from goldenthread.outbox.channels.smtp import MailServer, message_id
from goldenthread.outbox.models import Channel, Delivery

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")


@pytest.fixture
def folder(settings, tmp_path):
    settings.OUTBOX_ROOT = tmp_path / "outbox"
    return settings.OUTBOX_ROOT


@pytest.mark.parametrize("channel", list(Channel))
def test_by_default_a_message_becomes_a_file_that_a_person_can_read(folder, letter, channel):
    message = actions.queue(letter(channel=channel), by=SYSTEM)
    delivering.deliver(message.pk, by=SYSTEM)
    (written,) = folder.iterdir()
    assert b"here is the draft." in written.read_bytes()
    assert written.stat().st_mode & 0o777 == 0o600
    assert Delivery.objects.get(pk=message.pk).reference == written.name


def test_handed_over_again_it_is_still_one_file_and_the_outbox_knows_it_has_it(folder, letter):
    message = actions.queue(letter(), by=SYSTEM)
    key = delivering.key_of(message)
    assert ReadableOutbox().has_it(message, key=key) is False
    names = {ReadableOutbox().hand_over(message, key=key) for _ in range(3)}
    assert [path.name for path in folder.iterdir()] == list(names)
    assert ReadableOutbox().has_it(message, key=key) == path_of(message, key).name


def test_a_folder_that_cannot_be_written_is_a_passing_failure(settings, tmp_path, letter):
    (tmp_path / "file").write_text("in the way")
    settings.OUTBOX_ROOT = tmp_path / "file" / "outbox"
    message = actions.queue(letter(), by=SYSTEM)
    with pytest.raises(NotHandedOver, match="cannot be written"):
        carrier_for("email").hand_over(message, key="one")


def test_an_e_mail_carries_a_message_id_made_of_its_key(letter):
    message = actions.queue(letter(), by=SYSTEM)
    reference = MailServer().hand_over(message, key="one")
    (sent,) = mail.outbox
    assert sent.extra_headers["Message-ID"] == reference == message_id("one") != message_id("two")
    assert sent.to == ["parent@example.org"]
    assert "here is the draft." in sent.body


def test_a_letter_that_is_not_text_is_attached(letter):
    message = actions.queue(letter(body=b"%PDF-1.7", media_type="application/pdf"), by=SYSTEM)
    MailServer().hand_over(message, key="one")
    assert mail.outbox[0].attachments[0][1] == b"%PDF-1.7"


@pytest.mark.parametrize(
    ("problem", "for_good"),
    [
        (smtplib.SMTPRecipientsRefused({"parent@example.org": (550, b"unknown")}), True),
        (smtplib.SMTPRecipientsRefused({"parent@example.org": (451, b"later")}), False),
        (smtplib.SMTPDataError(554, b"spam"), True),
    ],
)
def test_what_the_server_refused_it_has_not_got(letter, monkeypatch, problem, for_good):
    message = actions.queue(letter(), by=SYSTEM)
    refuse(monkeypatch, problem)
    with pytest.raises(NotHandedOver) as refusal:
        MailServer().hand_over(message, key="one")
    assert refusal.value.for_good is for_good


@pytest.mark.parametrize("problem", [TimeoutError(), smtplib.SMTPServerDisconnected("gone")])
def test_a_line_that_breaks_while_sending_is_doubt_and_not_refusal(letter, monkeypatch, problem):
    message = actions.queue(letter(), by=SYSTEM)
    refuse(monkeypatch, problem)
    with pytest.raises(type(problem)):
        MailServer().hand_over(message, key="one")
    assert MailServer().has_it(message, key="one") is None


def refuse(monkeypatch, problem):
    def send_messages(self, messages):
        raise problem

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", send_messages)
