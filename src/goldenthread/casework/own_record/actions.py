"""Keeping that a family read its record."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit.actions import record_reading
from goldenthread.audit.scope import Scope
from goldenthread.people.models import Person


@transaction.atomic
def note_own_reading(person: Person, *, by: Scope) -> None:
    """Keeps that someone of the family, or the young person, opened the record."""
    by.require(Permission.SEE_OWN_RECORD)
    record_reading(person, by=by, person_id=person.pk)
