"""Having figures worked out again."""

from django.conf import settings
from django.db import transaction

from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.figures.jobs import work_out_figures
from goldenthread.figures.models import FigureSet
from goldenthread.figures.queries import newest_year
from goldenthread.figures.waiting import wait_for_figures


@transaction.atomic
def refresh_figures(*, by: Scope) -> FigureSet:
    """Has the figures of the newest return year worked out in the background.

    Raises `NotPossibleNow` where no return was loaded, or figures are being worked out already.
    """
    year = newest_year(by)
    if year is None:
        raise NotPossibleNow("There is no return here yet. Load one, then its figures can be worked out.")
    busy = (FigureSet.Status.WAITING, FigureSet.Status.WORKING)
    if FigureSet.objects.filter(area=settings.AREA, year=year, status__in=busy).exists():
        raise NotPossibleNow("These figures are being worked out already. Look again in a minute.")
    wanted = wait_for_figures(area=settings.AREA, year=year, by=by)
    work_out_figures.defer(figure_set_id=wanted.pk)
    record("had figures worked out again", wanted, by=by)
    return wanted
