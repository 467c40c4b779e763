"""What may stand in a log of real records? Only what is known to say nothing of a person.

A list of what is let through, not of what is taken out: names, numbers and postcodes cannot be recognised
for certain, so no text that could hold one is written. Of a library's message only its fixed part is kept, of
an exception its kind and where it arose, never what it says (a unique violation says the value) nor the
values of variables. An address is written as its route, `cases/<str:reference>/`.
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator, MutableMapping
from datetime import UTC, datetime
from typing import Any

import psycopg

from goldenthread.operations.events import Event

Said = MutableMapping[str, Any]

LIBRARIES = frozenset({"django", "gunicorn", "whitenoise"})
"""Loggers whose messages are fixed texts with values put in: the fixed part is kept."""

CODE = re.compile(r"[A-Za-z_][\w.\-]{0,99}")
ROUTE = re.compile(r"[\w\-/.^$\\<>:()?+*|\[\]]{0,200}")
MARK = re.compile(r"[0-9a-f\-]{16,64}")
PLACEHOLDER = re.compile(r"%(\([a-z_]+\))?[-#0 +]*\d*(\.\d+)?[a-zA-Z]")
WITHHELD = "(a library's words, withheld)"
DEEPEST = 25
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _number(value: Any) -> bool:
    return isinstance(value, int | float)


KNOWN: dict[str, Callable[[Any], bool]] = {
    "request_id": _matches(MARK),
    "method": lambda value: value in METHODS,
    "route": _matches(ROUTE),
    "status": _number,
    "took_ms": _number,
    "job_id": _number,
    "task": _matches(CODE),
    "queue": _matches(CODE),
    "attempt": _number,
    "count": _number,
    "check": _matches(CODE),
}
"""The values that our own events may carry, and how each must look. Anything else is not written."""


def only_what_is_known(_logger: Any, _method: str, event: Said) -> Said:
    """The event as it may be written: a processor for structlog's `ProcessorFormatter`."""
    record: logging.LogRecord = event["_record"]
    said: dict[str, Any] = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name if CODE.fullmatch(record.name) else WITHHELD,
        "event": _event(event, record),
        "process": record.process,
    }
    said |= {name: event[name] for name, is_right in KNOWN.items() if name in event and is_right(event[name])}
    said |= _of_a_job(record)
    error = _error(event.get("exc_info"))
    if error is not None:
        said |= error_without_values(error)
    if said["event"] == WITHHELD:
        said["said_at"] = f"{record.module}:{record.lineno}"
    return said


def _error(given: Any) -> BaseException | None:
    """The exception that a line is about, in each of the ways in which logging may be told of it."""
    if given is True:
        return sys.exc_info()[1]
    found = given[1] if isinstance(given, tuple) else given
    return found if isinstance(found, BaseException) else None


def _event(event: Said, record: logging.LogRecord) -> str:
    """Our own events; a known library's message without the values in it; of any other's nothing."""
    first = record.name.partition(".")[0]
    words = event.get("event") if event.get("_from_structlog") else record.msg
    if isinstance(words, Event):
        return words.value
    action = getattr(record, "action", None)
    if first == "procrastinate" and isinstance(action, str) and CODE.fullmatch(action):
        return action
    if first in LIBRARIES and event.get("positional_args") and isinstance(record.msg, str):
        return PLACEHOLDER.sub("…", record.msg)
    return WITHHELD


def _of_a_job(record: logging.LogRecord) -> dict[str, Any]:
    """Which job procrastinate speaks of: its number, task and queue, never its arguments or result."""
    job = getattr(record, "job", None)
    if not isinstance(job, dict):
        return {}
    found = {"job_id": job.get("id"), "task": job.get("task_name"), "queue": job.get("queue")}
    return {name: value for name, value in found.items() if KNOWN[name](value)}


def error_without_values(error: BaseException) -> dict[str, Any]:
    """Kind and place of an exception and of what it came from; of the database's, its code and constraint."""
    chain = list(_chain(error))
    said: dict[str, Any] = {
        "error": [kind_of(one) for one in chain],
        "at": [place for one in reversed(chain) for place in _places(one)][-DEEPEST:],
    }
    for one in chain:
        if isinstance(one, psycopg.Error):
            diag = one.diag
            named = {"sqlstate": one.sqlstate, "table": diag.table_name, "constraint": diag.constraint_name}
            said |= {name: value for name, value in named.items() if value}
    return said


def kind_of(error: BaseException) -> str:
    """The exception's class with its module."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _places(error: BaseException) -> list[str]:
    frames = traceback.walk_tb(error.__traceback__)
    return [f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}" for frame, line in frames]
