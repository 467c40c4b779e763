"""Exports the head of the journal every night, so that a cut or a chain made anew shows by the next day."""

from django.conf import settings
from procrastinate.contrib.django import app

from goldenthread.audit import clock
from goldenthread.audit.seal import heads, signing


@app.periodic(cron="30 1 * * *")
@app.task(name="audit.export_head", queue="audit", pass_context=False)
def export_head_nightly(timestamp: int) -> None:
    """Half past one: before figures are worked out, after the day's last acts."""
    export_head()


def export_head() -> str:
    """Sign the newest head and put it into the folder for heads; where it is."""
    head = heads.newest_head(settings.AREA, clock.now(), signing.private_key())
    return str(heads.write(head, settings.HEADS_ROOT))
