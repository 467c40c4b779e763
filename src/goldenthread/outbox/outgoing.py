"""What is handed to the outbox: a message that is finished, before it has a number."""

from dataclasses import dataclass

from goldenthread.outbox.models import Channel


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Finished bytes for one recipient.

    `idempotency_key` names the occasion, for example "draft plan GT-00042 entry 981": queued twice under one
    key, it is one message. It stays when the message is erased, so it names no person.
    """

    kind: str
    channel: Channel
    recipient: str
    recipient_name: str
    subject: str
    body: bytes
    idempotency_key: str
    media_type: str = "text/plain"
    about_person_id: int | None = None
    to_person_id: int | None = None
