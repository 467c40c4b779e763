"""Recording who is around a child, what limits them, and a death. Whether the record is in reach, and may be
written, the caller has asked of the case."""

from datetime import date
from typing import TypeVar

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.outbox.actions import stop_all_about
from goldenthread.people.models import (
    Adult,
    Capacity,
    Contact,
    CourtOrder,
    Death,
    Involvement,
    Person,
    Recorded,
    Relationship,
    Shielding,
)
from goldenthread.people.versions import stamped, version_of
from goldenthread.ui.words import day

Row = TypeVar("Row", bound=Recorded)

ACTS: dict[type[Recorded], str] = {
    Relationship: "recorded who someone is to the child",
    CourtOrder: "recorded a court order",
    Capacity: "recorded a finding about capacity",
    Contact: "recorded how to reach someone",
    Involvement: "recorded who works with the child",
    Shielding: "withheld an address and contact",
}
"""What the audit calls each kind of row. The contents stay out of it: an address may be withheld."""


@transaction.atomic
def add_adult(name: str, *, person: Person, by: Scope) -> Adult:
    """Adds an adult who is around this child."""
    by.require(Permission.RECORD_ON_CASES)
    adult = Adult.objects.create(name=name)
    record("added an adult", adult, by=by, person_id=person.pk)
    return adult


@transaction.atomic
def keep(row: Row, *, person: Person, instead_of: Row | None = None, because: str = "", by: Scope) -> Row:
    """Keeps a row of one of the kinds in `ACTS`, perhaps in the place of an older one."""
    by.require(Permission.RECORD_ON_CASES)
    if instead_of is not None:
        _check_newest(instead_of)
        row.replaces = instead_of
    kept = journal.append(stamped(row, because, by))
    record(ACTS[type(row)], row, by=by, because=because, person_id=person.pk)
    return kept


@transaction.atomic
def withdraw(row: Recorded, *, person: Person, because: str, by: Scope) -> None:
    """Says that a row was recorded in error, or that an address need no longer be withheld. It stays kept.

    Only a guardian lifts the withholding of an address: to give one away cannot be undone.
    """
    by.require(Permission.GUARD_RECORDS if isinstance(row, Shielding) else Permission.RECORD_ON_CASES)
    _check_newest(row)
    journal.append(stamped(version_of(row, withdrawn=True), because, by))
    record("withdrew a line about the child's people", row, by=by, because=because, person_id=person.pk)


@transaction.atomic
def record_death(
    *, person: Person, adult: Adult | None = None, died_on: date, because: str = "", by: Scope
) -> Death:
    """Keeps that the child, or an adult around them, died. No letter, reminder or survey goes out then."""
    by.require(Permission.RECORD_ON_CASES)
    if died_on > clock.today():
        raise NotPossibleNow("The day of the death must be today or earlier.")
    subject = adult or person
    whose = {"adult": adult} if adult else {"person": person}
    death = journal.append(stamped(Death(died_on=died_on, **whose), because, by))
    subject.died_on = died_on
    subject.save(update_fields=["died_on"])
    for child in _children_of(adult) if adult else [person]:
        stop_all_about(child.pk, by=by, because=f"A death is recorded: {day(died_on)}.")
    record("recorded a death", subject, by=by, because=because, person_id=person.pk)
    return death


@transaction.atomic
def withdraw_death(*, person: Person, adult: Adult | None = None, because: str, by: Scope) -> None:
    """Says that a death was recorded in error. What was stopped stays stopped: someone sends it anew."""
    by.require(Permission.RECORD_ON_CASES)
    subject = adult or person
    whose = {"adult": adult} if adult else {"person": person}
    for death in Death.standing().filter(**whose):
        journal.append(stamped(version_of(death, withdrawn=True), because, by))
    subject.died_on = None
    subject.save(update_fields=["died_on"])
    record("withdrew a death recorded in error", subject, by=by, because=because, person_id=person.pk)


@transaction.atomic
def give_sign_in(user: User, *, person: Person, adult: Adult | None = None, by: Scope) -> None:
    """Ties a sign-in to the young person themselves, or to an adult around them."""
    by.require(Permission.LOOK_AFTER_PEOPLE)
    subject = adult or person
    subject.user = user
    subject.save(update_fields=["user"])
    record("tied a sign-in to a person", subject, by=by, details={"user": user.pk}, person_id=person.pk)


def _children_of(adult: Adult) -> list[Person]:
    """Everyone on whose record this adult stands: what was to be sent about them may have been theirs."""
    theirs = Relationship.standing().filter(adult=adult).order_by().values("person")
    return list(Person.objects.filter(pk__in=theirs).order_by("pk"))


def _check_newest(row: Recorded) -> None:
    if row.is_replaced():
        raise NotPossibleNow("Someone has changed this line already. Go back and look again.")
