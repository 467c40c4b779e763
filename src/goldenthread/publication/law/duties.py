"""Which duties the public pages offer, and what they answer. No data of anyone's is read or kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.rules.answers import Answer, answer
from goldenthread.rules.calendars import OutsideKnownCalendar
from goldenthread.rules.duties import Duty
from goldenthread.rules.lateness import Lateness
from goldenthread.rules.law import NotInForce
from goldenthread.rules.refusals import NoDateYet, NotUnderstood
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.standing import status


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer, and how the duty stands if someone said whether it was done."""

    answer: Answer
    lateness: Lateness | None


def duties(looking_for: str = "") -> list[Duty]:
    """The duties that are offered, in the order of the process; those with every word looked for."""
    words = looking_for.casefold().split()
    offered = [duty for duty in ENGLAND.duties.values() if _is_offered(duty)]
    return [duty for duty in offered if all(word in _text_of(duty) for word in words)]


def duty(name: str) -> Duty:
    """The duty of that name. Raises `NotFound`."""
    found = ENGLAND.duties.get(name)
    if found is None or not _is_offered(found):
        raise NotFound("There is no such duty.")
    return found


def _is_offered(found: Duty) -> bool:
    return found.declared.flag is None or found.declared.flag in settings.LAW_FLAGS


def _text_of(found: Duty) -> str:
    declared = found.declared
    sources = " ".join(str(source) for source in found.sources)
    return f"{declared.title} {declared.party.value} {declared.must} {found.stage} {sources}".casefold()


def work_out(found: Duty, inputs: Mapping[str, Any], done_on: date | None, *, asks: bool) -> Worked:
    """The answer; with `asks`, also whether it was in time on `done_on`, or is today.

    Raises `ValueError` with a sentence where the law gives no date for these facts.
    """
    try:
        worked = answer(found, inputs)
    except (NotUnderstood, NoDateYet, NotInForce, OutsideKnownCalendar) as problem:
        raise ValueError(_sentence(str(problem))) from problem
    stands = status(worked, done_on=done_on, today=clock.today()) if asks else None
    return Worked(worked, stands)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def stages(found: Sequence[Duty]) -> dict[str, list[Duty]]:
    """Duties by the stage of the process."""
    by_stage: dict[str, list[Duty]] = {}
    for one in found:
        by_stage.setdefault(one.stage, []).append(one)
    return by_stage
