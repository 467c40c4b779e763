"""May this message go to this recipient? Areas above say; settings name the ones who are asked.

A guard is a function that takes the message and answers with a sentence that says why it must not go, or with
nothing. All are asked when a message is queued and again just before it is handed over, for much can happen
in between: a death, an order of the court, a flight to a refuge.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from goldenthread.outbox.models import Message

Guard = Callable[[Message], str | None]


def why_not(message: Message) -> str:
    """The first guard's reason why this message must not go; empty where all let it pass."""
    for path in settings.OUTBOX_GUARDS:
        guard: Guard = import_string(path)
        if reason := guard(message):
            return reason
    return ""
