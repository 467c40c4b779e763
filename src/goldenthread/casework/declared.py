"""What a return declares about one request: the payload of a `declared` entry, in the words of the facts.

The payload holds the rows of `goldenthread.sen2.schemas` that belong to one request, less their keys
and less what `rules` derives:

    {"request": {...}, "assessment": {...} or None, "named_plan": {...} or None,
     "plan_details": [...], "active_plan": {...} or None, "placements": [...], "needs": [...]}

Days are ISO text; what is missing is left out.
"""

from datetime import date
from typing import Any

import pyarrow as pa

from goldenthread.sen2 import schemas

KEYS = frozenset({"request_key", "person_key"})
DERIVED = frozenset(
    {
        "decision_due_on",
        "days_to_outcome",
        "outcome_within_limit",
        "refusal_due_on",
        "plan_due_on",
        "days_from_request",
        "refused_within_limit",
        "issued_within_limit",
        "review_decision_due_on",
        "review_decision_within_limit",
    }
)

ONE_EACH = {"assessment": "assessments", "named_plan": "named_plans", "active_plan": "active_plans"}
"""Part of the payload to the table that holds at most one row of it for each request."""

SEVERAL = {"plan_details": "plan_details", "placements": "placements", "needs": "needs"}
"""Part of the payload to the table that holds any number of rows of it for each request."""


def columns(table: str) -> list[str]:
    """The columns of a table that a payload keeps."""
    return [name for name in schemas.TABLES[table].names if name not in KEYS | DERIVED]


def to_json(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a payload keeps it: no keys, nothing derived, nothing missing, days as text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if value is not None and name not in KEYS | DERIVED
    }


def from_json(table: str, kept: dict[str, Any]) -> dict[str, Any]:
    """The row that `to_json` kept, with every column of the table that a payload keeps."""
    schema = schemas.TABLES[table]
    row: dict[str, Any] = {}
    for name in columns(table):
        value = kept.get(name)
        if value is not None and pa.types.is_date(schema.field(name).type):
            value = date.fromisoformat(value)
        row[name] = value
    return row
