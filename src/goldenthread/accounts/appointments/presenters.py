"""Appointments in words."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import Place
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.ui.words import day, moment


def appointments_table(found: Sequence[Appointment], today: date) -> Table:
    """Everyone with access, by name, with the way to end it."""
    rows: list[list[Cell | str | int | float | None]] = [
        [
            Cell(one.user.name, note=one.user.email, break_anywhere=True),
            start_upper(one.role),
            place_of(one) or None,
            days_of(one, today),
            moment(one.user.last_login) if one.user.last_login else None,
            Cell("End", href=reverse("end-appointment", args=[one.pk])),
        ]
        for one in found
    ]
    heads = ("Name", "Role", "Where", "When", "Last signed in", "End it")
    columns = [Column(head) for head in heads]
    return Table(columns, rows, caption="Who has access", caption_shown=False, missing="none")


def place_of(one: Appointment) -> str:
    return str(Place(one.team, one.organisation, one.setting))


def days_of(one: Appointment, today: date) -> str:
    """since 3 February 2025, until 1 March 2025"""
    words = f"{'since' if one.starts_on <= today else 'from'} {day(one.starts_on)}"
    return f"{words}, until {day(one.ends_on)}" if one.ends_on else words
