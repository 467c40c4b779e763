"""The state of the service in words, and in counts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from prometheus_client.core import Metric

from goldenthread.operations.health import Check
from goldenthread.operations.metrics import gauge
from goldenthread.operations.queries import FailedJob
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import moment, plural, thousands

FAILED = "failed"
STATES = {"todo": "waiting", "doing": "running", FAILED: "failed", "succeeded": "done", "aborted": "stopped"}


def service_values(
    found: Iterable[Check], failed: Iterable[FailedJob], jobs: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    """The page of those who look after the service."""
    checks, failures = list(found), list(failed)
    wrong = [check for check in checks if not check.well]
    return {
        "finding": f"{plural(len(wrong), 'check is', 'checks are')} not well." if wrong else "All is well.",
        "checks": _checks(checks),
        "failed": _failed(failures) if failures else None,
        "jobs": _jobs(jobs) if jobs else None,
    }


def _checks(checks: Iterable[Check]) -> Table:
    return Table(
        columns=[Column("What"), Column("How it is"), Column("In words")],
        rows=[
            [
                check.title,
                Cell(chip="well" if check.well else "not well", alarming=not check.well),
                check.says,
            ]
            for check in checks
        ],
        caption="Checks of the service",
        caption_shown=False,
    )


def _failed(jobs: Iterable[FailedJob]) -> Table:
    return Table(
        columns=[Column("Job"), Column("When"), Column("Kind of error"), Column("Tries", number=True)],
        rows=[
            [
                Cell(f"{job.task}, number {job.id}", href=reverse("failed-job", args=[job.id])),
                moment(job.failed_at) if job.failed_at else None,
                Cell(job.error, break_anywhere=True) if job.error else None,
                job.attempts,
            ]
            for job in jobs
        ],
        caption="Jobs that failed",
        caption_shown=False,
        missing="not known",
    )


def _jobs(jobs: Mapping[tuple[str, str], int]) -> Table:
    return Table(
        columns=[Column("Job"), Column("State"), Column("How many", number=True)],
        rows=[
            [task, STATES.get(state, state), thousands(count)]
            for (task, state), count in sorted(jobs.items())
        ],
        caption="Jobs by state",
        caption_shown=False,
    )


def failed_job_values(job: FailedJob) -> dict[str, Any]:
    """One failed job."""
    rows = [
        Row("Queue", job.queue),
        Row("Tries so far", str(job.attempts)),
        Row("Last failed", moment(job.failed_at) if job.failed_at else "not known"),
        Row("Kind of error", job.error or "not known"),
        Row("Where in the program", job.place or "not known"),
    ]
    return {
        "title": f"{job.task}, number {job.id}",
        "above": Link("The service", reverse("service")),
        "rows": rows,
        "job_id": job.id,
    }


def counts_now(found: Iterable[Check], jobs: Mapping[tuple[str, str], int]) -> list[Metric]:
    """Values for the page of counts: how each check stands, how many jobs are in which state."""
    well: dict[tuple[str, ...], float] = {(check.name,): float(check.well) for check in found}
    states: dict[tuple[str, ...], float] = {
        (task, STATES.get(state, state)): count for (task, state), count in jobs.items()
    }
    return [
        gauge("check_well", "Whether a check of the service is well: 1 or 0.", well, "check"),
        gauge("jobs", "Jobs by task and state.", states, "task", "state"),
    ]
