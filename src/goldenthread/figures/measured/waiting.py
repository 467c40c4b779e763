"""Asks for a set of measures: a row that waits to be worked out."""

from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import FigureSet, MeasuredSet
from goldenthread.sen2.years.census import CENSUS_DAYS


@transaction.atomic
def wait_for_measures(
    *,
    area: str,
    year: int,
    by: Scope,
    as_at: date | None = None,
    known_at: int | None = None,
    facts_of: FigureSet | None = None,
) -> MeasuredSet:
    """A new set that waits: as at census day, as known now, unless told. Only such a set stands for everyone.

    `facts_of` is a set of published figures whose facts serve, so that the journal is not read twice.
    """
    by.require(Permission.REFRESH_FIGURES)
    wanted = MeasuredSet.objects.create(
        area=area,
        year=year,
        as_at=as_at or CENSUS_DAYS[year],
        known_at=known_at,
        is_standing=as_at is None and known_at is None,
        facts_of=facts_of,
        asked_at=clock.now(),
        asked_by_name=by.actor_name,
    )
    record("asked for measures", wanted, by=by)
    return wanted
