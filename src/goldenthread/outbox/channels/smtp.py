"""E-mail through a mail server. The server cannot be asked afterwards what it has, so doubt goes to a person.

Every attempt for one message carries the same Message-ID, made of its key: the server's log can be searched
for it, and many mail systems show one of two alike.
"""

import hashlib
import smtplib

from django.core.mail import EmailMessage, get_connection

from goldenthread.outbox.channels import NotHandedOver
from goldenthread.outbox.models import Message

REFUSED_FOR_GOOD = range(500, 600)


class MailServer:
    """The server that settings name."""

    def hand_over(self, message: Message, *, key: str) -> str:
        """Hands it over; the Message-ID. Raises `NotHandedOver` where the server certainly has not taken
        it."""
        connection = get_connection(fail_silently=False)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as problem:
            raise NotHandedOver(f"The mail server cannot be reached ({type(problem).__name__}).") from problem
        reference = message_id(key)
        try:
            connection.send_messages([_mail(message, reference)])
        except (
            smtplib.SMTPRecipientsRefused,
            smtplib.SMTPSenderRefused,
            smtplib.SMTPDataError,
            smtplib.SMTPNotSupportedError,
        ) as refusal:
            raise _refused(refusal) from refusal
        finally:
            connection.close()
        return reference

    def has_it(self, message: Message, *, key: str) -> None:
        return None


def message_id(key: str) -> str:
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@golden-thread.invalid>"


def _mail(message: Message, reference: str) -> EmailMessage:
    is_text = message.media_type.startswith("text/")
    body = bytes(message.body).decode() if is_text else "The letter is attached."
    mail = EmailMessage(message.subject, body, to=[message.recipient], headers={"Message-ID": reference})
    if is_text:
        mail.content_subtype = message.media_type.partition("/")[2]
    else:
        ending = message.media_type.rpartition("/")[2]
        mail.attach(f"letter.{ending}", bytes(message.body), message.media_type)
    return mail


def _refused(refusal: smtplib.SMTPException) -> NotHandedOver:
    code = _code(refusal)
    for_good = code in REFUSED_FOR_GOOD
    return NotHandedOver(f"The mail server refused it with code {code}.", for_good=for_good)


def _code(refusal: smtplib.SMTPException) -> int:
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        return min((answer[0] for answer in refusal.recipients.values()), default=0)
    return int(getattr(refusal, "smtp_code", 500))
