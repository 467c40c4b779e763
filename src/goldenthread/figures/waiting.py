"""Asks for a set of figures: a row that waits to be worked out."""

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import FigureSet
from goldenthread.sen2.years.census import CENSUS_DAYS


@transaction.atomic
def wait_for_figures(*, area: str, year: int, by: Scope) -> FigureSet:
    """A new set that waits. The figures of a return year stand as at its census day."""
    by.require(Permission.REFRESH_FIGURES)
    wanted = FigureSet.objects.create(
        area=area,
        year=year,
        as_at=CENSUS_DAYS[year],
        asked_at=clock.now(),
        asked_by_name=by.actor_name,
    )
    record("asked for figures", wanted, by=by)
    return wanted
