"""Choosing one of several rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from goldenthread.ui.fields import ChoiceField


def by_key(rows: Sequence[Any]) -> dict[str, Any]:
    """Rows by what a form sends for them."""
    return {str(row.pk): row for row in rows}


def one_of(
    rows: Mapping[str, Any], *, label: str, called: str, required: bool = True, none: str = "Choose"
) -> ChoiceField:
    """A select of rows; `none` are the words of its first line, which chooses nothing."""
    return ChoiceField(
        label=label,
        called=called,
        choices=[("", none), *((key, str(row)[:110]) for key, row in rows.items())],
        as_select=True,
        required=required,
    )
