"""The partnership in words."""

from collections.abc import Sequence

from django.urls import reverse

from goldenthread.accounts.partnership.queries import CountedBody
from goldenthread.organisations.models import Setting, Team
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Table


def bodies_table(found: Sequence[CountedBody]) -> Table:
    """Every body with what it is, and the way to it."""
    rows: list[list[Cell | str | int | float | None]] = [
        [
            Cell(one.body.name, href=reverse("partnership-body", args=[one.body.pk])),
            start_upper(one.body.get_kind_display()),
            one.settings,
        ]
        for one in found
    ]
    columns = [Column("Body"), Column("What it is"), Column("Settings it runs", number=True)]
    return Table(columns, rows, caption="Bodies")


def teams_table(found: Sequence[Team]) -> Table:
    """Every team, and the way to name it anew."""
    rows: list[list[Cell | str | int | float | None]] = [
        [team.name, Cell("Change the name", href=reverse("rename-team", args=[team.pk]))] for team in found
    ]
    return Table([Column("Team"), Column("Change it")], rows, caption="Teams of the council")


def settings_table(found: Sequence[Setting]) -> Table:
    """The settings that a body runs."""
    rows: list[list[Cell | str | int | float | None]] = [
        [one.name, one.urn, one.type_of_establishment] for one in found
    ]
    columns = [Column("Setting"), Column("URN"), Column("Type")]
    return Table(columns, rows, caption="Settings that it runs", missing="none")
