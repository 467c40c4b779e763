"""Takes one message from waiting to handed over, once, wherever the process is killed on the way.

Three steps. A transaction notes that the hand-over begins. The carrier is called, outside any transaction. A
second transaction notes the carrier's reference. A lock that the database frees when its holder dies is held
throughout: whoever gets it and finds a hand-over begun knows that its worker is dead. Then the carrier is
asked what it has; where it cannot tell, the message waits for a person and is never sent again by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction

from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.outbox.channels import Carrier, NotHandedOver, carrier_for
from goldenthread.outbox.guards import why_not
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message, Status

LOCKS = 0x0B0C
"""The family of advisory locks for messages; the second number is the message's."""

WAITS = (1, 5, 30, 120)
"""Minutes until the next attempt after the first failed ones; then a person is asked."""

MOVES = ("status", "because", "changed_at", "reference", "attempts", "not_before")

CUT_OFF = "The program that was sending it ended before it could say how it went."
NOBODY_KNOWS = "The carrier broke off, and cannot say whether it has the message."


def deliver(message_id: int, *, by: Scope) -> Status:
    """Delivers one message if it waits and its time has come; where it stands afterwards."""
    with _only_one(message_id) as alone:
        delivery = Delivery.objects.select_related("message").get(pk=message_id)
        if not alone:
            return Status(delivery.status)
        carrier = carrier_for(delivery.message.channel)
        if delivery.status == Status.HANDING_OVER:
            _after_a_dead_worker(delivery, carrier, by)
        if _begin(delivery, by):
            _hand_over(delivery, carrier, by)
        return Status(delivery.status)


@contextmanager
def _only_one(message_id: int) -> Iterator[bool]:
    """Whether no other process has this message in hand. The lock ends with our connection at the latest."""
    pair = [LOCKS, message_id % 2**31]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", pair)
        (got,) = cursor.fetchone()
    try:
        yield got
    finally:
        if got:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", pair)


def _after_a_dead_worker(delivery: Delivery, carrier: Carrier, by: Scope) -> None:
    has_it = carrier.has_it(delivery.message, key=key_of(delivery.message))
    with transaction.atomic(durable=True):
        _lock(delivery)
        if has_it is False:
            _wait_unless_stopped(delivery, CUT_OFF, by)
        elif has_it is None:
            move(delivery, Status.UNCLEAR, by=by, says=CUT_OFF)
        else:
            _sent(delivery, str(has_it), by)


def _begin(delivery: Delivery, by: Scope) -> bool:
    """Whether it is to be handed over now; the attempt is noted first, or why it must not go."""
    with transaction.atomic(durable=True):
        _lock(delivery)
        if delivery.status != Status.WAITING or delivery.not_before > clock.now():
            return False
        if reason := why_not(delivery.message):
            move(delivery, Status.STOPPED, by=by, says=reason)
            return False
        delivery.attempts += 1
        move(delivery, Status.HANDING_OVER, by=by)
        return True


def _hand_over(delivery: Delivery, carrier: Carrier, by: Scope) -> None:
    try:
        reference = carrier.hand_over(delivery.message, key=key_of(delivery.message))
    except NotHandedOver as refusal:
        _not_this_time(delivery, refusal, by)
    except Exception as problem:  # whatever a carrier raises else, nobody knows what it took
        with transaction.atomic(durable=True):
            move(delivery, Status.UNCLEAR, by=by, says=f"{NOBODY_KNOWS} ({type(problem).__name__})")
    else:
        with transaction.atomic(durable=True):
            _sent(delivery, reference, by)


def _sent(delivery: Delivery, reference: str, by: Scope) -> None:
    delivery.reference = reference
    move(delivery, Status.HANDED_OVER, by=by)
    message = delivery.message
    record("handed a message over", message, by=by, person_id=message.about_person_id)


def _not_this_time(delivery: Delivery, refusal: NotHandedOver, by: Scope) -> None:
    with transaction.atomic(durable=True):
        _lock(delivery)
        if refusal.for_good or delivery.attempts > len(WAITS):
            move(delivery, Status.FAILED, by=by, says=str(refusal))
        else:
            delivery.not_before = clock.now() + timedelta(minutes=WAITS[delivery.attempts - 1])
            _wait_unless_stopped(delivery, str(refusal), by)


def _wait_unless_stopped(delivery: Delivery, says: str, by: Scope) -> None:
    if delivery.stop_asked:
        move(delivery, Status.STOPPED, by=by, says=delivery.stop_asked)
    else:
        move(delivery, Status.WAITING, by=by, says=says)


def _lock(delivery: Delivery) -> None:
    """The row as it is now, and nobody changes it until we are done: a person may stop it meanwhile."""
    delivery.refresh_from_db(from_queryset=Delivery.objects.select_for_update())


def move(delivery: Delivery, status: Status, *, by: Scope, says: str = "") -> None:
    """Notes where a delivery stands from now on, and the event. Inside a transaction."""
    delivery.status, delivery.because, delivery.changed_at = status, says, clock.now()
    delivery.save(update_fields=MOVES)
    journal.append(
        DeliveryEvent(
            message_id=delivery.message_id,
            status=status,
            attempt=delivery.attempts,
            at=delivery.changed_at,
            by_id_number=by.actor_id,
            by_name=by.actor_name,
            says=says,
            reference=delivery.reference,
        )
    )


def key_of(message: Message) -> str:
    """What a carrier knows the message by, in every attempt."""
    return f"{message.idempotency_key} {message.digest}"
