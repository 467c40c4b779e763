"""Who may come in, and who may see deeper, in words."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from goldenthread.evidence_room.models import Deeper, Opening
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.ui.words import day

Cells = list[Cell | str | int | float | None]


def openings_table(found: Sequence[Opening], today: date) -> Table:
    """To whom the room was opened, with how it stands and the way to close it."""
    columns = [Column("Who"), Column("Why"), Column("Until"), Column("Stands"), Column("Close it")]
    rows: list[Cells] = [
        [
            Cell(one.name, note=f"{one.body}, {one.email}", break_anywhere=True),
            one.because,
            day(one.ends_on - timedelta(days=1)),
            standing(one, today),
            Cell("Close", href=reverse("close-room", args=[one.pk])) if is_open(one, today) else None,
        ]
        for one in found
    ]
    return Table(columns, rows, "Who may come in", caption_shown=False, missing="over", plain_names=True)


def is_open(one: Opening, today: date) -> bool:
    return one.closed_at is None and today < one.ends_on


def standing(one: Opening, today: date) -> str:
    """Where an opening stands, in a few words."""
    if one.closed_at is not None:
        return f"Closed on {day(one.closed_at.date())}. {one.closed_because}"
    if today >= one.ends_on:
        return "Over"
    if one.invitation.accepted_at is None:
        return "Invited, not in yet"
    return "Open"


def deeper_table(found: Sequence[Deeper], today: date, *, may_agree: bool) -> Table:
    """Every lawful basis that was recorded, who agreed, and until when."""
    columns = [Column("Who"), Column("Behind which figures"), Column("Lawful basis"), Column("Until")]
    columns += [Column("Agreed"), Column("Do")]
    rows: list[Cells] = [
        [
            str(one.reader),
            one.measure.replace("_", " ") or "Every measure",
            Cell(one.basis, note=one.because),
            day(one.ends_on - timedelta(days=1)),
            _agreed(one, today),
            _act(one, today, may_agree=may_agree),
        ]
        for one in found
    ]
    return Table(
        columns, rows, "Who may see deeper", caption_shown=False, missing="nothing", plain_names=True
    )


def _agreed(one: Deeper, today: date) -> Cell:
    if one.ended_at is not None:
        return Cell(f"Ended on {day(one.ended_at.date())}", note=one.ended_because)
    if today >= one.ends_on:
        return Cell("Over")
    if one.agreed_at is None:
        return Cell(chip="Waits for a guardian")
    return Cell(f"{one.agreed_by_name}, {day(one.agreed_at.date())}")


def _act(one: Deeper, today: date, *, may_agree: bool) -> Cell | None:
    if one.ended_at is not None or today >= one.ends_on:
        return None
    if one.agreed_at is None and may_agree:
        return Cell("Agree", href=reverse("agree-to-deeper", args=[one.pk]))
    return Cell("End it", href=reverse("refuse-deeper" if may_agree else "end-deeper", args=[one.pk]))


def agreeing(one: Deeper) -> dict[str, Any]:
    """What a guardian is asked to agree to."""
    behind = one.measure.replace("_", " ") or "every figure"
    until = day(one.ends_on - timedelta(days=1))
    return {
        "title": f"Let {one.reader} see the records behind {behind}?",
        "says": f"Until {until}. Lawful basis: {one.basis}. Why: {one.because} "
        f"Recorded by {one.asked_by_name}.",
    }
