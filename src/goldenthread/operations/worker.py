"""The job worker: works until it is asked to stop, outlives a restart of the database, names its jobs."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable
from typing import Any

import psycopg
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import ProcrastinateException
from structlog.contextvars import bound_contextvars

from goldenthread.audit.scope import Scope
from goldenthread.operations.actions import keep_failure
from goldenthread.operations.events import Event
from goldenthread.operations.logs import event_log

LOG = event_log()
SECONDS_BEFORE_TRYING_AGAIN = 1
SECONDS_TO_WAIT_FOR_THE_DATABASE = (0.5, 1, 2, 4, 8)
CONNECTION_LOST = (OperationalError, InterfaceError)
LOST = (psycopg.Error, ProcrastinateException, OSError)
"""What the worker ends with when the database goes away. It comes back, and so do we."""


def work() -> None:
    """Do jobs until SIGTERM or SIGINT: then the running ones are finished, and none is begun."""
    with app.replace_connector(app.connector.get_worker_connector()) as ours:  # type: ignore[attr-defined]
        asyncio.run(_work_until_stopped(ours))


async def _work_until_stopped(ours: App) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked.set)
    while not asked.is_set():
        try:
            await _work_once(ours, asked)
        except LOST as problem:
            LOG.warning(Event.WORKER_BEGINS_ANEW, exc_info=problem)
        if not asked.is_set():
            await asyncio.sleep(SECONDS_BEFORE_TRYING_AGAIN)


async def _work_once(ours: App, asked: asyncio.Event) -> None:
    """One worker's life: until we are asked to stop, or it ends because the database went away."""
    async with ours.open_async():
        working = asyncio.create_task(ours.run_worker_async(**_options()))
        waiting = asyncio.create_task(asked.wait())
        try:
            await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
            working.cancel()  # it then finishes what it has begun
            await asyncio.wait({working})
            if not working.cancelled():
                working.result()
        finally:
            waiting.cancel()


def _options() -> dict[str, Any]:
    return {
        "install_signal_handlers": False,
        "shutdown_graceful_timeout": settings.SECONDS_TO_STOP,
        "worker_middleware": [around_job],
        **settings.WORKER_OPTIONS,
    }


async def around_job(call_next: Callable[[], Awaitable[Any]], context: JobContext, _worker: object) -> Any:
    """Around each job: its number and task stand in every line of the log, and a failure is kept."""
    job = context.job
    began = time.perf_counter()
    with bound_contextvars(job_id=job.id, task=job.task_name):
        try:
            result = await _while_the_database_comes_back(call_next)
        except Exception as error:
            LOG.error(Event.JOB_FAILED, attempt=job.attempts, took_ms=_since(began), exc_info=error)
            await _keep(context, error)
            raise
        LOG.info(Event.JOB_DONE, attempt=job.attempts, took_ms=_since(began))
        return result


async def _while_the_database_comes_back(call_next: Callable[[], Awaitable[Any]]) -> Any:
    """The job, begun again while the database is away: every job may be done twice without harm."""
    for seconds in SECONDS_TO_WAIT_FOR_THE_DATABASE:
        try:
            return await call_next()
        except CONNECTION_LOST as problem:
            LOG.warning(Event.JOB_WAITS_FOR_DATABASE, exc_info=problem)
            await asyncio.sleep(seconds)
    return await call_next()


async def _keep(context: JobContext, error: Exception) -> None:
    job = context.job
    by = Scope.system("a job has failed")
    try:
        await sync_to_async(keep_failure)(job.id or 0, job.task_name, job.attempts, error, by=by)
    except DatabaseError as problem:  # gone with the job; the log has both
        LOG.warning(Event.CHECK_FAILED, check="database", exc_info=problem)


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)
