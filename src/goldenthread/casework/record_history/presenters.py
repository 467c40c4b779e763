"""A record's history in words, for staff, and with what must be withheld left out for the family."""

from collections.abc import Set
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from goldenthread.audit.actions import READING
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.models import Case
from goldenthread.casework.presenters.wording import with_query
from goldenthread.casework.record_history.queries import FAMILY_ROLES, History, Line
from goldenthread.people.shielding import WITHHELD
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Table
from goldenthread.ui.words import day, listed, moment

OPENED = {
    "casework.Case": "Opened the record",
    "people.Person": "Opened the record on the family’s pages",
    "documents.Version": "Opened a document",
    "outbox.Message": "Opened a letter or message",
}
ITSELF = "Golden Thread, by itself"
NOT_FOR_THE_FAMILY = frozenset(
    {
        "added an adult",
        "changed who is around a child",
        "judged an opening",
        "kept a record from their own family",
        "recorded a court order",
        "recorded a death",
        "recorded how to reach someone",
        "recorded the death of an adult",
        "recorded who someone is to the child",
        "sealed a record",
        "tied a sign-in to a person",
        "unsealed a record",
        "withdrew a line about the child's people",
        "withheld an address and contact",
    }
)
"""Acts about another adult, or about someone's safety: a copy for one parent does not tell of the other."""
LEFT_OUT = (
    "Lines about other people around the child are left out of every copy, whether or not there are any, and "
    "so are the reasons that staff wrote down."
)


def staff_values(case: Case, history: History) -> dict[str, Any]:
    """Values for the page of staff."""
    reference = case.reference
    here = reverse("record-history", args=[reference])
    earlier = with_query(here, before=str(history.earlier)) if history.earlier else ""
    return {
        "title": "Who has seen and changed this record",
        "caption": f"{case.person} · {reference}",
        "above": Link("Back to the record", reverse("case", args=[reference])),
        "table": _staff_table(history) if history.lines else None,
        "earlier": earlier,
        "copy": reverse("history-for-the-family", args=[reference]),
    }


def _staff_table(history: History) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            moment(line.event.at),
            Cell(line.event.actor_name, note=listed(line.roles)),
            what(line.event),
            reason(line.event, history.withheld) or None,
        ]
        for line in history.lines
    ]
    columns = [Column(head) for head in ("When", "Who", "What", "Why")]
    return Table(columns, rows, caption="Newest first", caption_shown=False, missing="")


def family_values(history: History, today: date, *, reader_id: int | None) -> dict[str, Any]:
    """Values for the copy of the family, on a page or as a file. `reader_id`: who of the family reads it."""
    lines = [line for line in history.lines if _for_the_family(line, reader_id)]
    return {
        "title": "Who has seen and changed this record",
        "caption": f"{history.person}, as at {day(today)}",
        "left_out": LEFT_OUT,
        "heads": ("When", "Who", "What"),
        "rows": [(moment(line.event.at), _who(line, reader_id), what(line.event)) for line in lines],
    }


def _for_the_family(line: Line, reader_id: int | None) -> bool:
    """Nothing that tells of another adult around the child, and of no other reader in the family."""
    if line.event.act in NOT_FOR_THE_FAMILY:
        return False
    return not FAMILY_ROLES.intersection(line.roles) or line.event.actor_id == reader_id


def _who(line: Line, reader_id: int | None) -> str:
    """The name where policy says that this role is named, else the role."""
    if line.event.actor_id is None:
        return ITSELF
    if line.event.actor_id == reader_id:
        return "You"
    named = settings.NAMED_TO_FAMILIES.intersection(line.roles)
    roles = start_upper(listed(line.roles)) or "Someone who no longer has a role here"
    return f"{line.event.actor_name}, {listed(line.roles)}" if named else roles


def reason(event: AuditEvent, withheld: Set[str]) -> str:
    """Why, as it was written down, unless it carries what is withheld."""
    written = "".join(event.because.casefold().split())
    return WITHHELD if any(words in written for words in withheld) else event.because


def what(event: AuditEvent) -> str:
    """Opened the record; received a request"""
    if event.act == READING:
        return OPENED.get(event.subject_kind, "Opened something on the record")
    return start_upper(event.act)
