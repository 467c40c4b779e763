"""The one door by which a row enters the journal or the audit: rows are added, never changed."""

from collections.abc import Sequence
from typing import TypeVar

from django.db import models, transaction

Row = TypeVar("Row", bound=models.Model)

BATCH = 2_000
"""Rows in one INSERT: a few hundred kilobytes, well below what one statement may hold."""


def append(row: Row) -> Row:
    """Adds one row. Raises `RuntimeError` outside a transaction: an act and its record go together."""
    return append_many([row])[0]


def append_many(rows: Sequence[Row]) -> Sequence[Row]:
    """Adds rows of one kind in order. Raises `ValueError` if one is already kept."""
    if not rows:
        return rows
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("the journal is written inside a transaction only")
    if any(row.pk is not None for row in rows):
        raise ValueError("a row of the journal is never written twice; record a correction instead")
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
