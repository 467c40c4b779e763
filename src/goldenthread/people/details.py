"""What is known of a person, from what returns declared and what was recorded here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from goldenthread.people.models import EntryKind

FIELDS = ("surname", "forename", "birth_date", "sex", "ethnicity", "postcode", "upn_unknown")
"""The details that a person's row shows; identifiers are rows of their own."""


class Said(Protocol):
    """An entry about a person, kept or still to be kept."""

    @property
    def kind(self) -> str: ...
    @property
    def happened_on(self) -> date: ...
    @property
    def pk(self) -> int | None: ...
    @property
    def corrects_id(self) -> int | None: ...
    @property
    def said(self) -> dict[str, Any]: ...


Kept = TypeVar("Kept", bound="Said")


@dataclass(frozen=True, slots=True)
class Details:
    """The details in force."""

    values: dict[str, Any]

    def for_row(self) -> dict[str, Any]:
        """Values for the columns of `Person`; unknown text is empty, an unknown day is missing."""
        row = {name: self.values.get(name) or "" for name in FIELDS}
        born = self.values.get("birth_date")
        row["birth_date"] = date.fromisoformat(born) if born else None
        return row


def speaks_last(entries: Iterable[Kept]) -> Kept | None:
    """The entry that a correction is made to: the newest that was recorded here and not corrected since,
    else the return with the latest census day."""
    kept = list(entries)
    corrected = {entry.corrects_id for entry in kept}
    recorded = [one for one in kept if one.kind == EntryKind.RECORDED and one.pk not in corrected]
    declared = [one for one in kept if one.kind == EntryKind.DECLARED]
    return recorded[-1] if recorded else max(declared, key=lambda one: one.happened_on, default=None)


def in_force(entries: Iterable[Said]) -> Details:
    """Overlays entries, given in the order they were kept.

    Of returns only the one with the latest census day speaks, whichever was loaded last. What was
    recorded here wins over every return, field by field, and later over earlier. What was recorded here and
    corrected since is left out, for its correction says all of it again.
    """
    declared: Said | None = None
    recorded: dict[str, Any] = {}
    kept = list(entries)
    corrected = {entry.corrects_id for entry in kept} - {None}
    for entry in kept:
        if entry.kind == EntryKind.RECORDED:
            recorded.update({} if entry.pk in corrected else entry.said)
        elif declared is None or entry.happened_on >= declared.happened_on:
            declared = entry
    return Details({**(declared.said if declared else {}), **recorded})
