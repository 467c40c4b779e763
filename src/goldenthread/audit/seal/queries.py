"""Where does the journal stand, and what was known when it stood elsewhere?

A position is given under a lock that is held until its transaction can be seen. So whoever sees a position
sees all before it, and what was known at a position never changes: except by erasure, which takes away
and says so.
"""

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from goldenthread.audit.models import Seal

Row = TypeVar("Row", bound=Model)


def newest_position() -> int:
    """The newest position that can be seen; 0 before the first. What is not committed has none."""
    return Seal.objects.order_by("-position").values_list("position", flat=True).first() or 0


def known_at(queryset: QuerySet[Row], position: int) -> QuerySet[Row]:
    """Those rows of a sealed table that had their place when the chain stood at `position`."""
    sealed = Seal.objects.filter(
        table=queryset.model._meta.db_table, row_id=OuterRef("pk"), position__lte=position
    )
    return queryset.filter(Exists(sealed))


def position_of(row: Model) -> int | None:
    """The place of a row in the chain; None while its transaction is open."""
    found = Seal.objects.filter(table=row._meta.db_table, row_id=row.pk)
    return found.values_list("position", flat=True).first()
