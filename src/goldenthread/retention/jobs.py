"""Erasing in the background, and telling the place of the backups who was erased."""

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.retention.erasing import erase_run
from goldenthread.retention.models import Run


@app.task(name="retention.erase", queue="retention", pass_context=False)
def erase(run_id: int) -> None:
    run = erase_run(run_id, by=Scope.system("a retention run that two people agreed to"))
    if run.status == Run.Status.DONE and settings.RETENTION_LEDGER:
        import_string(settings.RETENTION_LEDGER)(run)
