"""Who was erased, told to the place of the backups, so that a restore of an older one erases them again.

One encrypted note a run, with numbers of records and of the two who agreed, and no name. Whoever restores
has the key that reads it. A note goes once every backup is younger than it.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

import pyrage
from pyrage import x25519

from goldenthread.config.backup.destinations import Destination
from goldenthread.config.backup.settings import chosen
from goldenthread.retention.models import Run, RunPerson

PREFIX = "erased-"
ENDING = ".json.age"


@dataclass(frozen=True, slots=True)
class Erased:
    """One child that was erased: their records by number, and who asked and who agreed."""

    people: tuple[int, ...]
    asked: tuple[int | None, str]
    agreed: tuple[int | None, str]


def write(run: Run) -> str:
    """Tells the place of the backups; the name of the note, empty where nobody was erased or no backups
    are made."""
    settings = chosen()
    gone = [row.people for row in run.people.filter(outcome=RunPerson.Outcome.ERASED).order_by("pk")]
    if not gone or not settings.environment.backup_recipient:
        return ""
    content = {
        "people": gone,
        "asked": [run.asked_by_id, run.asked_by_name],
        "agreed": [run.decided_by_id, run.decided_by_name],
    }
    name = f"{PREFIX}{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-{os.getpid()}-{run.pk}{ENDING}"
    sealed = pyrage.encrypt(json.dumps(content).encode(), [settings.to])

    def fill(out: IO[bytes]) -> None:
        out.write(sealed)

    settings.where.write(name, fill)
    return name


def notes(where: Destination) -> list[str]:
    """The names of the notes, oldest first."""
    return [name for name in where.names() if name.startswith(PREFIX)]


def erased(where: Destination, key: x25519.Identity) -> Iterator[Erased]:
    """Everyone whom a note names. An erasure that a backup holds already finds nothing left to erase."""
    for name in notes(where):
        with where.read(name) as sealed:
            content = json.loads(pyrage.decrypt(sealed.read(), [key]))
        asked, agreed = content["asked"], content["agreed"]
        for people in content["people"]:
            yield Erased(tuple(people), (asked[0], asked[1]), (agreed[0], agreed[1]))
