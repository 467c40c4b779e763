"""Having a failed job done again, and keeping that one failed."""

from datetime import UTC, datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.operations.log_privacy import error_without_values, kind_of
from goldenthread.operations.models import JobFailure
from goldenthread.operations.queries import failed_job


@transaction.atomic
def retry_job(job_id: int, *, by: Scope) -> None:
    """Has a failed job done again. Raises `NotFound` where it is not failed (any more)."""
    by.require(Permission.OPERATE)
    job = failed_job(by, job_id)
    app.job_manager.retry_job_by_id(job_id, retry_at=datetime.now(UTC))
    details = {"job": job_id, "task": job.task}
    record("had a failed job tried again", ProcrastinateJob, by=by, details=details)


@transaction.atomic
def keep_failure(job_id: int, task: str, attempt: int, error: BaseException, *, by: Scope) -> JobFailure:
    """Keeps what kind of error ended a try of a job, and where. What it said is not kept."""
    places = error_without_values(error)["at"]
    kept = JobFailure.objects.create(
        job_id=job_id,
        task=task,
        at=clock.now(),
        attempt=attempt,
        error=kind_of(error)[:200],
        place=(places[-1] if places else "")[:300],
    )
    record("kept that a job failed", kept, by=by, details={"job": job_id, "task": task})
    return kept
