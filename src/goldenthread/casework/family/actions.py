"""Recording on a child's record who is around them, and a death: each asks first whether it may."""

from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.casework.actions import record_happenings
from goldenthread.casework.models import Case
from goldenthread.casework.permissions import check_can_record, check_can_see
from goldenthread.people.family import actions as family
from goldenthread.people.models import Adult, Contact, Recorded, Relationship, Shielding
from goldenthread.people.versions import version_of
from goldenthread.rules.lifecycle import Happening, Step


@transaction.atomic
def record_around(
    case: Case, row: Recorded, *, adult: Adult | None = None, name: str = "", because: str = "", by: Scope
) -> None:
    """Keeps a row about the child of this case: about `adult`, or about someone new of this `name`.

    New contact details take the place of those kept before.
    """
    check_can_record(by, case)
    person = case.person
    if isinstance(row, Relationship) and adult is None:
        adult = family.add_adult(name, person=person, by=by)
    older = None
    if isinstance(row, Contact):
        older = Contact.standing().filter(adult=adult).first()
    else:
        row.person = person  # type: ignore[attr-defined]  # every other kind is about a child
    if adult is not None:
        row.adult = adult  # type: ignore[attr-defined]  # and those about an adult say whom
    kept = family.keep(row, person=person, instead_of=older, because=because, by=by)
    record(
        "changed who is around a child", case, by=by, details={"kind": kept._meta.label}, person_id=person.pk
    )


@transaction.atomic
def change_row(case: Case, row: Recorded, *, ends_on: date | None, because: str, by: Scope) -> None:
    """Ends a row on a day, or without one says that it was recorded in error."""
    if isinstance(row, Shielding):
        check_can_see(by, case)
        by.require(Permission.GUARD_RECORDS)
    else:
        check_can_record(by, case)
    if ends_on is None:
        family.withdraw(row, person=case.person, because=because, by=by)
    else:
        newer = version_of(row, ends_on=ends_on)
        family.keep(newer, person=case.person, instead_of=row, because=because, by=by)
    record("changed who is around a child", case, by=by, because=because, person_id=case.person_id)


@transaction.atomic
def record_death(
    case: Case, *, adult: Adult | None = None, died_on: date, because: str = "", by: Scope
) -> None:
    """Keeps the death of an adult around the child, or of the child: then on each of the child's cases.

    Worklists and duties stop, for the life cycle ends; nothing more is sent.
    """
    check_can_record(by, case)
    if adult is not None:
        family.record_death(person=case.person, adult=adult, died_on=died_on, because=because, by=by)
        record("recorded the death of an adult", case, by=by, because=because, person_id=case.person_id)
        return
    record_happenings(case, [Happening(Step.PERSON_DIED, died_on)], because=because, by=by)
