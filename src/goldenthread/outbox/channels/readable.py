"""The readable outbox: every message becomes a file that a person reads, prints or posts. The default.

A file has the name of its message's key, and is linked into place whole, which the file system does once or
not at all. So a second hand-over of one message finds the first, however the first one ended.
"""

import hashlib
import os
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from django.conf import settings

from goldenthread.outbox.channels import NotHandedOver
from goldenthread.outbox.models import Channel, Message

ENDINGS = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}


class ReadableOutbox:
    """A folder of finished messages."""

    def hand_over(self, message: Message, *, key: str) -> str:
        """Writes the message; the file's name."""
        place = path_of(message, key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _link_whole(place, bytes_of(message))
        except OSError as problem:
            raise NotHandedOver(f"The folder of the outbox cannot be written: {problem.strerror}.") from None
        return place.name

    def has_it(self, message: Message, *, key: str) -> str | bool:
        place = path_of(message, key)
        return place.name if place.exists() else False


def path_of(message: Message, key: str) -> Path:
    """Where the file of a message lies."""
    ending = ".eml" if message.channel == Channel.EMAIL else ENDINGS.get(message.media_type, ".bin")
    name = hashlib.sha256(key.encode()).hexdigest()[:32]
    return Path(settings.OUTBOX_ROOT) / f"{message.channel}-{name}{ending}"


def bytes_of(message: Message) -> bytes:
    """An e-mail with its heads; anything else as it was finished."""
    if message.channel != Channel.EMAIL:
        return bytes(message.body)
    mail = EmailMessage(policy=SMTP)
    mail["To"] = message.recipient
    mail["Subject"] = message.subject
    main, _, sub = message.media_type.partition("/")
    if main == "text":
        mail.set_content(bytes(message.body).decode(), subtype=sub)
    else:
        mail.set_content(bytes(message.body), maintype=main, subtype=sub)
    return mail.as_bytes()


def _link_whole(place: Path, content: bytes) -> None:
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    with draft.open("wb") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, place)
    except FileExistsError:
        pass  # an attempt before this one got so far
    finally:
        draft.unlink()
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
