"""Having measures worked out again, as at any day."""

from datetime import date

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures.jobs import work_out_measures
from goldenthread.figures.measured.waiting import wait_for_measures
from goldenthread.figures.models import MeasuredSet
from goldenthread.figures.queries import newest_year


@transaction.atomic
def refresh_measures(*, by: Scope, as_at: date | None = None) -> MeasuredSet:
    """Has every measure worked out in the background: as at the newest return's census day unless told.

    Raises `NotPossibleNow` before any return was loaded, for a day to come, and while that is being done.
    """
    by.require(Permission.REFRESH_FIGURES)
    year = newest_year(by)
    if year is None:
        raise NotPossibleNow("There is no return here yet. Load one, then its figures can be worked out.")
    if as_at is not None and as_at > clock.today():
        raise NotPossibleNow("That day has not come yet.")
    busy = (MeasuredSet.Status.WAITING, MeasuredSet.Status.WORKING)
    if MeasuredSet.objects.filter(area=settings.AREA, status__in=busy).exists():
        raise NotPossibleNow("Measures are being worked out already. Look again in a minute.")
    wanted = wait_for_measures(area=settings.AREA, year=year, as_at=as_at, by=by)
    work_out_measures.defer(measured_set_id=wanted.pk)
    record("had measures worked out again", wanted, by=by)
    return wanted
