"""Working out figures in the background, when asked and every night."""

from django.conf import settings
from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.watching import look
from goldenthread.figures.measured.waiting import wait_for_measures
from goldenthread.figures.measured.working_out import measure
from goldenthread.figures.queries import newest_year
from goldenthread.figures.waiting import wait_for_figures
from goldenthread.figures.working_out import work_out


@app.task(name="figures.work_out", queue="figures", pass_context=False)
def work_out_figures(figure_set_id: int) -> None:
    work_out(figure_set_id, by=Scope.system("figures that were asked for are worked out"))


@app.periodic(cron="0 3 * * *")
@app.task(name="figures.nightly", queue="figures", pass_context=False)
def work_out_figures_nightly(timestamp: int) -> None:
    """Every night at three, so that the morning's pages are of yesterday."""
    by = Scope.system("figures are worked out every night")
    year = newest_year(by)
    if year is not None:
        kept = work_out(wait_for_figures(area=settings.AREA, year=year, by=by).pk, by=by)
        measure(wait_for_measures(area=settings.AREA, year=year, facts_of=kept, by=by).pk, by=by)
        look(by=Scope.system("watched measures are looked at every night"))
        _go_on()


@app.task(name="figures.measure", queue="figures", pass_context=False)
def work_out_measures(measured_set_id: int) -> None:
    kept = measure(measured_set_id, by=Scope.system("measures that were asked for are worked out"))
    if kept.is_standing:
        _go_on()


def _go_on() -> None:
    """What areas above do with new measures, each in a task of its own that may fail alone."""
    for name in settings.TASKS_AFTER_MEASURES:
        app.configure_task(name, queue="figures").defer()
