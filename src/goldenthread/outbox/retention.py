"""What the outbox keeps about a child: letters, what became of them, and files of the readable outbox."""

from collections.abc import Sequence

from goldenthread.audit.kept import Declaration, Kept, KeptFiles, Way
from goldenthread.outbox.channels.readable import path_of
from goldenthread.outbox.delivering import key_of
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message


def remove_files(people: Sequence[int]) -> int:
    """Removes the files of letters about them. Before the letters go: a file has its name from its letter."""
    removed = 0
    for message in Message.objects.filter(about_person_id__in=people).iterator():
        place = path_of(message, key_of(message))
        if place.exists():
            place.unlink()
            removed += 1
    return removed


DECLARATION = Declaration(
    kept=[
        Kept(Message, lambda people: Message.objects.filter(about_person_id__in=people), Way.TOMBSTONE),
        Kept(
            DeliveryEvent,
            lambda people: DeliveryEvent.objects.filter(message__about_person_id__in=people),
            Way.TOMBSTONE,
        ),
        Kept(
            Delivery,
            lambda people: Delivery.objects.filter(message__about_person_id__in=people),
            Way.BLANK,
            {"because": "", "stop_asked": ""},
        ),
    ],
    files=[KeptFiles("letters of the readable outbox", remove_files)],
)
