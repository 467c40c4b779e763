"""Can this be recorded now? The truth always can; what is refused cannot be true or would hide a version."""

from collections.abc import Iterable
from datetime import date

from goldenthread.accounts.models import User
from goldenthread.accounts.queries import is_coordinator_of
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.casework.models import Entry
from goldenthread.organisations.models import Team
from goldenthread.rules.lifecycle import Happening


def check_can_record(happenings: Iterable[Happening], *, today: date) -> None:
    """Raises `NotPossibleNow` for a day that is still to come: nobody has seen it yet."""
    for happening in happenings:
        check_day(happening.happened_on, today=today)


def check_day(day: date, *, today: date) -> None:
    """Raises `NotPossibleNow` for a day that is still to come."""
    if day > today:
        raise NotPossibleNow("The day it happened must be today or earlier.")


def check_can_hold(coordinator: User | None, team: Team) -> None:
    """Raises `NotPossibleNow` for a coordinator of another team: their own could not see the record."""
    if coordinator is not None and not is_coordinator_of(coordinator.pk, team.pk):
        raise NotPossibleNow(f"{coordinator.name} is not in {team.name}. Choose someone who is.")


def check_can_correct(entry: Entry, *, corrected_by: Entry | None) -> None:
    """Raises `NotPossibleNow` unless this is the newest version of something that was recorded here."""
    reason = why_not_correctable(entry, corrected_by=corrected_by)
    if reason:
        raise NotPossibleNow(reason)


def why_not_correctable(entry: Entry, *, corrected_by: Entry | None) -> str:
    """A sentence, or nothing where the entry can be corrected."""
    if entry.kind == Entry.DECLARED:
        return (
            "A return declared this, so it is not ours to change. Record what happened: "
            "what is recorded here wins over what a return declares."
        )
    if entry.kind == Entry.WITHDRAWN:
        return "This entry withdraws another. If it happened after all, record it again."
    if corrected_by is not None:
        return "Someone has corrected this entry already. Go back to the case and correct the newest version."
    return ""
