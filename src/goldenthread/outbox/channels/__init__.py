"""How are bytes handed over to whoever carries them, and can the carrier say whether it has them?"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from goldenthread.outbox.models import Message


class NotHandedOver(Exception):
    """The carrier certainly does not have it. The sentence says why; `for_good`: trying again is no use.

    Any other exception of a channel means that nobody knows.
    """

    def __init__(self, says: str, *, for_good: bool = False) -> None:
        super().__init__(says)
        self.for_good = for_good


class Carrier(Protocol):
    """One way out. `key` is the same in every attempt for one message."""

    def hand_over(self, message: Message, *, key: str) -> str:
        """Hands the bytes over; the carrier's own reference. Raises `NotHandedOver`."""
        ...

    def has_it(self, message: Message, *, key: str) -> str | bool | None:
        """After an attempt that was cut off: the reference, False if it certainly has not, None if
        unknown."""
        ...


def carrier_for(channel: str) -> Carrier:
    """The carrier that settings choose for a channel."""
    carrier: Carrier = import_string(settings.OUTBOX_CARRIERS[channel])()
    return carrier
