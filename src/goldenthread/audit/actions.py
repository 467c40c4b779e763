"""Keeping the audit."""

from typing import Any

from django.db import models

from goldenthread.audit import clock, journal
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope


def record(
    act: str,
    subject: models.Model | type[models.Model],
    *,
    by: Scope,
    because: str = "",
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Keeps that `by` did `act` to `subject`, in the transaction of the act itself.

    The subject is one row, or a model for an act on its rows as a whole.
    """
    return journal.append(
        AuditEvent(
            at=clock.now(),
            act=act,
            actor_id=by.actor_id,
            actor_name=by.actor_name,
            subject_kind=subject._meta.label,
            subject_id=str(subject.pk) if isinstance(subject, models.Model) else "",
            because=because or by.reason,
            details=details or {},
        )
    )
