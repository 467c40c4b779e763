"""What stands where a payload was? The database writes it (`erase_rows`); here it is recognised."""

from collections.abc import Mapping
from typing import Any

ERASED_UNDER = "erased_under"
"""The one key of an erased JSON column; its value is the number of the authority."""


def is_erased(payload: Mapping[str, Any]) -> bool:
    """Whether this is what remains of a payload that was erased."""
    return ERASED_UNDER in payload
