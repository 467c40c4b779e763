"""What a death recorded on one case means for the person, their other cases, and all that was to be sent."""

from collections.abc import Sequence
from datetime import date

from goldenthread.audit import clock, journal
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case, Entry
from goldenthread.casework.standing import rebuild_standing
from goldenthread.people.family.actions import record_death, withdraw_death
from goldenthread.rules.lifecycle import Step

DIED = Step.PERSON_DIED.value


def after_recording(case: Case, kinds: Sequence[str], died_on: date, because: str, by: Scope) -> None:
    """Once a death stands on a case: marks the person, and records it on each of their other cases."""
    if DIED not in kinds or case.person.died_on is not None:
        return
    record_death(person=case.person, died_on=died_on, because=because, by=by)
    others = [other for other in _others(case) if not _deaths(other)]
    journal.append_many([_entry(other, died_on, because, by) for other in others])
    rebuild_standing([other.pk for other in others])


def after_replacing(case: Case, kinds: Sequence[str], on: date | None, because: str, by: Scope) -> None:
    """Once a death on a case was corrected to another day, or withdrawn: so it is everywhere."""
    if DIED not in kinds or case.person.died_on is None:
        return
    withdraw_death(person=case.person, because=because, by=by)
    others = [(other, death) for other in _others(case) for death in _deaths(other)]
    journal.append_many([_entry(other, on, because, by, corrects=death) for other, death in others])
    rebuild_standing([other.pk for other, _ in others])
    if on is not None:
        record_death(person=case.person, died_on=on, because=because, by=by)


def _others(case: Case) -> list[Case]:
    return list(Case.objects.filter(person=case.person_id).exclude(pk=case.pk).order_by("pk"))


def _deaths(case: Case) -> list[Entry]:
    return list(Entry.objects.filter(case=case, kind=DIED, corrected_by__isnull=True))


def _entry(case: Case, on: date | None, because: str, by: Scope, corrects: Entry | None = None) -> Entry:
    return Entry(
        case=case,
        kind=DIED if on else Entry.WITHDRAWN,
        happened_on=on or clock.today(),
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
        because=because,
        corrects=corrects,
    )
