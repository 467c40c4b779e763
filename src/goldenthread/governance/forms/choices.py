"""Choosing one of several rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from goldenthread.ui.fields import ChoiceField, start_upper


def sentences(choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices of a model as they stand on a form: each begins with a capital."""
    return [(value, start_upper(words)) for value, words in choices]


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
