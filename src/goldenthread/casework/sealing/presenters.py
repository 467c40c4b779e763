"""The guardian's page in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from goldenthread.people.models import BrokenSeal, Sealing
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import listed, moment

NOTHING_NAMED = "Nothing that is sealed"
ABOVE_GUARDIAN = ("Guardian of information", "guardian")


def guardian_values(
    waiting: Sequence[BrokenSeal],
    judged: Sequence[BrokenSeal],
    sealed: Sequence[Sealing],
    references: Mapping[int, str],
    names: Mapping[int, str],
) -> dict[str, Any]:
    """Values for the page."""
    return {
        "waiting": _openings(waiting, references, "Waiting for you") if waiting else None,
        "judged": _openings(judged, references, "Judged") if judged else None,
        "sealed": _sealed(sealed, references, names) if sealed else None,
        "links": [
            Link("Seal a record, or change who may open it", reverse("seal-record")),
            Link("Keep a record from someone of the child’s own family", reverse("own-family")),
        ],
    }


def _openings(found: Sequence[BrokenSeal], references: Mapping[int, str], caption: str) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            Cell(one.by_name, href=reverse("judge-opening", args=[one.pk])),
            moment(one.opened_at),
            references.get(one.person_id or 0, NOTHING_NAMED),
            one.because,
            _said(one),
        ]
        for one in found
    ]
    columns = [Column(head) for head in ("Who", "When", "Record", "Their reason", "Was it proper?")]
    return Table(columns, rows, caption=caption, missing="not judged")


def _said(one: BrokenSeal) -> str | None:
    judgements = list(one.judgements.all())
    if not judgements:
        return None
    first = judgements[0]
    return f"{'Proper' if first.was_proper else 'Not proper'}: {first.because}"


def _sealed(found: Sequence[Sealing], references: Mapping[int, str], names: Mapping[int, str]) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            references.get(one.person_id, "no case"),
            settings.SEALING_REASONS.get(one.reason, one.reason),
            moment(one.recorded_at),
            listed(names.get(number, "someone who left") for number in one.opens_to) or "Nobody",
            Cell("Unseal", href=reverse("unseal-record", args=[one.person_id])),
        ]
        for one in found
    ]
    columns = [Column(head) for head in ("Record", "Reason", "Since", "Who may open it", "Unseal")]
    return Table(columns, rows, caption="Sealed records", missing="")


def opening_rows(one: BrokenSeal, references: Mapping[int, str]) -> list[Row]:
    """What the guardian judges by."""
    return [
        Row("Who", one.by_name),
        Row("When", moment(one.opened_at)),
        Row("They typed", one.typed),
        Row("Record", references.get(one.person_id or 0, NOTHING_NAMED)),
        Row("Their reason", one.because),
        Row("Open to them until", moment(one.until)),
    ]


def above() -> Link:
    return Link(ABOVE_GUARDIAN[0], reverse(ABOVE_GUARDIAN[1]))
