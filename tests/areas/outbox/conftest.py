"""An outbox whose carrier is watched."""

from typing import Any

import pytest

from areas.outbox.carriers import Recording
from goldenthread.outbox.outgoing import Outgoing

CARRIER = "areas.outbox.carriers.Recording"
AS_MADE = {
    "dies_before": False,
    "dies_after": False,
    "refuses": None,
    "breaks_off": None,
    "can_tell": True,
}


@pytest.fixture
def carrier(settings):
    """The carrier of all channels, empty and well."""
    settings.OUTBOX_CARRIERS = dict.fromkeys(("email", "text", "post"), CARRIER)
    Recording.taken = []
    for name, value in AS_MADE.items():
        setattr(Recording, name, value)
    return Recording


@pytest.fixture
def letter():
    """Makes a letter, different in what the test says."""

    def make(**other: Any) -> Outgoing:
        given = {
            "kind": "draft plan",
            "channel": "email",
            "recipient": "parent@example.org",
            "recipient_name": "Ms Example",
            "subject": "The draft plan",
            "body": b"Dear Ms Example,\n\nhere is the draft.",
            "idempotency_key": "draft plan GT-00001",
            "about_person_id": 7,
        }
        return Outgoing(**{**given, **other})

    return make
