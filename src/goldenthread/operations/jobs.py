"""Taking up jobs whose worker was killed, and clearing away what was done long ago.

Every job of this system may be done twice without harm: it looks at what is there before it acts. So a job
that was running when its worker died is simply done again.
"""

from datetime import UTC, datetime

from django.conf import settings
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from goldenthread.operations.events import Event
from goldenthread.operations.logs import event_log

LOG = event_log()

MOST_ATTEMPTS = 5
"""A job that was abandoned so often kills its worker itself: it is left failed for a person."""
HOURS_TO_KEEP_DONE_JOBS = 24 * 30


@app.periodic(cron="* * * * *")
@app.task(name="operations.take_up_abandoned", queue="operations", pass_context=True)
async def take_up_abandoned_jobs(context: JobContext, timestamp: int) -> None:
    """Every minute: jobs that run on a worker which no longer lives are queued again."""
    manager = context.app.job_manager
    count = 0
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=settings.SECONDS_TO_CALL_A_WORKER_DEAD):
        if job.id is None:
            continue
        if job.attempts < MOST_ATTEMPTS:
            await manager.retry_job_by_id_async(job.id, retry_at=datetime.now(UTC))
            count += 1
        else:
            await manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=False)
    if count:
        LOG.warning(Event.JOBS_TAKEN_UP, count=count)


@app.periodic(cron="30 2 * * *")
@app.task(name="operations.clear_done", queue="operations", pass_context=True)
async def clear_jobs_done_long_ago(context: JobContext, timestamp: int) -> None:
    """Every night: jobs that succeeded a month ago are removed. Failed ones stay until a person acts."""
    await context.app.job_manager.delete_old_jobs(nb_hours=HOURS_TO_KEEP_DONE_JOBS)
