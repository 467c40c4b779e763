"""Which jobs failed, wait or run?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.operations.models import JobFailure

SHOWN = 100
FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that has failed and waits for somebody to look at it."""

    id: int
    task: str
    queue: str
    attempts: int
    failed_at: datetime | None
    error: str
    place: str


def failed_jobs(scope: Scope) -> list[FailedJob]:
    """The newest failed jobs, each with the last error that is known of it."""
    scope.require(Permission.OPERATE)
    jobs = list(ProcrastinateJob.objects.filter(status=FAILED).order_by("-id")[:SHOWN])
    last = _last_failures([job.id for job in jobs])
    return [_failed(job, last.get(job.id)) for job in jobs]


def failed_job(scope: Scope, job_id: int) -> FailedJob:
    """One failed job. Raises `NotFound` where there is none of that number, or it is not failed any more."""
    scope.require(Permission.OPERATE)
    job = ProcrastinateJob.objects.filter(pk=job_id, status=FAILED).first()
    if job is None:
        raise NotFound("There is no failed job of that number. It may have been tried again.")
    return _failed(job, _last_failures([job_id]).get(job_id))


def jobs_by_state(scope: Scope) -> dict[tuple[str, str], int]:
    """How many jobs there are of each task and state."""
    scope.require(Permission.OPERATE)
    rows = ProcrastinateJob.objects.values_list("task_name", "status").annotate(count=Count("id"))
    return {(task, status): count for task, status, count in rows}


def _last_failures(job_ids: Sequence[int]) -> dict[int, JobFailure]:
    rows = JobFailure.objects.filter(job_id__in=job_ids).order_by("job_id", "-pk").distinct("job_id")
    return {row.job_id: row for row in rows}


def _failed(job: ProcrastinateJob, last: JobFailure | None) -> FailedJob:
    return FailedJob(
        id=job.id,
        task=job.task_name,
        queue=job.queue_name,
        attempts=job.attempts,
        failed_at=last.at if last else None,
        error=last.error if last else "",
        place=last.place if last else "",
    )
