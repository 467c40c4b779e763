"""Queueing a message, stopping it, and what a person decides where the machine must not."""

import hashlib

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record, record_reading
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.outbox import jobs
from goldenthread.outbox.delivering import move
from goldenthread.outbox.guards import why_not
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message, Status
from goldenthread.outbox.outgoing import Outgoing

QUEUED = "Queued."


@transaction.atomic
def queue(message: Outgoing, *, by: Scope) -> Message:
    """Queues a finished message in the transaction of the act that it tells of; the same key, the same
    message.

    A message that a guard refuses is kept as stopped, with the reason. Raises `ValueError` where another
    message has this key already: then two occasions were given one name.
    """
    with transaction.get_connection().cursor() as cursor:
        # two who queue under one key at once come one after the other
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [message.idempotency_key])
    digest = hashlib.sha256(message.body).hexdigest()
    known = Message.objects.filter(idempotency_key=message.idempotency_key).first()
    if known is not None:
        if (known.digest, known.recipient, known.channel) != (digest, message.recipient, message.channel):
            raise ValueError("another message was queued under this idempotency key")
        return known
    row = journal.append(_row(message, digest, by))
    delivery = Delivery.objects.create(message=row, not_before=row.queued_at, changed_at=row.queued_at)
    if reason := why_not(row):
        move(delivery, Status.STOPPED, by=by, says=reason)
    else:
        move(delivery, Status.WAITING, by=by, says=QUEUED)
        jobs.deliver.configure(lock=f"outbox {row.pk}").defer(message_id=row.pk)
    record("queued a message", row, by=by, person_id=row.about_person_id, details={"digest": digest})
    return row


def _row(message: Outgoing, digest: str, by: Scope) -> Message:
    return Message(
        kind=message.kind,
        channel=message.channel,
        recipient=message.recipient,
        recipient_name=message.recipient_name,
        subject=message.subject,
        body=message.body,
        media_type=message.media_type,
        digest=digest,
        about_person_id=message.about_person_id,
        to_person_id=message.to_person_id,
        idempotency_key=message.idempotency_key,
        queued_at=clock.now(),
        queued_by_id=by.actor_id,
        queued_by_name=by.actor_name,
    )


@transaction.atomic
def stop_all_about(person_id: int, *, by: Scope, because: str) -> int:
    """Stops every message about this person that has not left, in the transaction of whatever asks for it.

    How many those were. One that is being handed over at this moment cannot be called back: it is not tried
    again, and its page says that this was asked.
    """
    theirs = Delivery.objects.select_for_update().filter(message__about_person_id=person_id)
    still_here = theirs.filter(status__in=[Status.WAITING, Status.FAILED]).order_by("pk")
    stopped = 0
    for delivery in still_here:
        move(delivery, Status.STOPPED, by=by, says=because)
        stopped += 1
    for delivery in theirs.filter(status=Status.HANDING_OVER).order_by("pk"):
        delivery.stop_asked = because
        delivery.save(update_fields=["stop_asked"])
        journal.append(
            DeliveryEvent(
                message_id=delivery.message_id,
                status=delivery.status,
                attempt=delivery.attempts,
                at=clock.now(),
                by_id_number=by.actor_id,
                by_name=by.actor_name,
                says=f"Too late to stop: {because}",
            )
        )
    record(
        "stopped every message about a person",
        Message,
        by=by,
        because=because,
        person_id=person_id,
        details={"stopped": stopped},
    )
    return stopped


@transaction.atomic
def hold_all(*, by: Scope, because: str) -> int:
    """Leaves every message that has not left to a person, after a restore: it may have left since the
    backup."""
    still_here = Delivery.objects.select_for_update().filter(
        status__in=[Status.WAITING, Status.HANDING_OVER, Status.FAILED]
    )
    held = list(still_here.order_by("pk"))
    for delivery in held:
        move(delivery, Status.UNCLEAR, by=by, says=because)
    details = {"held": len(held)}
    record("held every message that had not left", Message, by=by, because=because, details=details)
    return len(held)


@transaction.atomic
def note_read(message: Message, *, by: Scope) -> None:
    """Keeps that someone read what is said about a child."""
    if message.about_person_id is None:
        record("read a message", message, by=by)
    else:
        record_reading(message, by=by, person_id=message.about_person_id)


@transaction.atomic
def stop(message: Message, *, because: str, by: Scope) -> None:
    """Stops one message that has not left. Raises `NotPossibleNow`."""
    by.require(Permission.TEND_OUTBOX)
    delivery = _locked(message)
    if delivery.status not in (Status.WAITING, Status.FAILED):
        raise NotPossibleNow("This message can no longer be stopped.")
    move(delivery, Status.STOPPED, by=by, says=because)
    record("stopped a message", message, by=by, because=because, person_id=message.about_person_id)


@transaction.atomic
def try_again(message: Message, *, by: Scope) -> None:
    """Sends a message that failed once more, from the first attempt. Raises `NotPossibleNow`."""
    by.require(Permission.TEND_OUTBOX)
    delivery = _locked(message)
    if delivery.status != Status.FAILED:
        raise NotPossibleNow("Only a message that could not be sent is tried again.")
    _wait_again(delivery, "Tried again.", by)
    record("tried a message again", message, by=by, person_id=message.about_person_id)


@transaction.atomic
def say_what_happened(message: Message, *, arrived: bool, because: str, by: Scope) -> None:
    """Answers for a message of which nobody knew whether it left. Raises `NotPossibleNow`."""
    by.require(Permission.TEND_OUTBOX)
    delivery = _locked(message)
    if delivery.status != Status.UNCLEAR:
        raise NotPossibleNow("It is known what became of this message.")
    if arrived:
        move(delivery, Status.HANDED_OVER, by=by, says=because)
    else:
        _wait_again(delivery, because, by)
    record(
        "said what became of a message",
        message,
        by=by,
        because=because,
        person_id=message.about_person_id,
        details={"arrived": arrived},
    )


def _wait_again(delivery: Delivery, says: str, by: Scope) -> None:
    delivery.attempts = 0
    delivery.not_before = clock.now()
    move(delivery, Status.WAITING, by=by, says=says)
    jobs.deliver.configure(lock=f"outbox {delivery.message_id}").defer(message_id=delivery.message_id)


def _locked(message: Message) -> Delivery:
    return Delivery.objects.select_for_update().get(pk=message.pk)
