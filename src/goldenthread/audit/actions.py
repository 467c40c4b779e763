"""Keeping the audit: of every write, and of reading what is kept about a child."""

from collections.abc import Collection
from typing import Any

from django.db import models, transaction

from goldenthread.audit import clock, journal
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope

READING = "opened a record"
"""The act of an event that keeps a reading."""


def record(
    act: str,
    subject: models.Model | type[models.Model],
    *,
    by: Scope,
    because: str = "",
    details: dict[str, Any] | None = None,
    person_id: int | None = None,
) -> AuditEvent:
    """Keeps that `by` did `act` to `subject`, in the transaction of the act itself.

    The subject is one row, or a model for an act on its rows as a whole. `person_id` is the child or
    young person whose record the act touches.
    """
    event = _event(act, subject, by, because)
    event.details = details or {}
    event.person_id = person_id
    return journal.append(event)


@transaction.atomic
def record_reading(subject: models.Model, *, by: Scope, person_id: int, because: str = "") -> AuditEvent:
    """Keeps that `by` read `subject`, which is about this person, and why if they had to say."""
    event = _event(READING, subject, by, because)
    event.person_id = person_id
    event.way = AuditEvent.Way.READ
    return journal.append(event)


@transaction.atomic
def record_reading_of_many(
    act: str, subject: type[models.Model], *, by: Scope, person_ids: Collection[int]
) -> None:
    """Keeps that `by` was shown a list of people, such as what a search found: one event with them."""
    if not person_ids:
        return
    event = _event(act, subject, by, "")
    event.details = {"people": sorted(set(person_ids))}
    event.way = AuditEvent.Way.READ
    journal.append(event)


def _event(act: str, subject: models.Model | type[models.Model], by: Scope, because: str) -> AuditEvent:
    return AuditEvent(
        at=clock.now(),
        act=act,
        actor_id=by.actor_id,
        actor_name=by.actor_name,
        subject_kind=subject._meta.label,
        subject_id=str(subject.pk) if isinstance(subject, models.Model) else "",
        because=because or by.reason,
    )
