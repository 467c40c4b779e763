"""Makes the next version of a row that is never changed, and says who recorded it, when and why."""

from typing import TypeVar

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.people.models import Recorded

Row = TypeVar("Row", bound=Recorded)


def version_of(row: Row, **changes: object) -> Row:
    """A new row like this one, in its place, with what is changed."""
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    return type(row)(**{**values, "replaces_id": row.pk, **changes})


def stamped(row: Row, because: str, by: Scope) -> Row:
    """The row with who recorded it, when and why."""
    row.recorded_at = clock.now()
    row.by_id_number, row.by_name = by.actor_id, by.actor_name
    row.because = because or by.reason
    return row
