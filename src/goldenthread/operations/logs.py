"""How is what happens written down? A line an event: JSON for the real service, words for the demonstration.

    LOGGING = logging_of(sealed=True)     in settings
    LOG = event_log(); LOG.info(Event.REQUEST_ANSWERED, status=200)

A sealed log lets through only what `log_privacy` knows to be no personal data. What the demonstration prints
is about invented people, so it shows messages and tracebacks in full.
"""

import logging
import sys
import threading
from types import TracebackType
from typing import Any

import structlog

from goldenthread.operations.events import Event
from goldenthread.operations.log_privacy import only_what_is_known

OURS = "goldenthread.events"
ROOT_LEVEL = {True: "INFO", False: "WARNING"}


def event_log() -> Any:
    """The log of our own events: `info`, `warning` and `error` take an `Event` and named values."""
    return structlog.get_logger(OURS)


def logging_of(*, sealed: bool) -> dict[str, Any]:
    """Django's LOGGING. Makes structlog hand its events to the same place."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "pass_foreign_args": sealed,
                "foreign_pre_chain": [structlog.contextvars.merge_contextvars],
                "processors": _sealed() if sealed else _readable(),
            }
        },
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["lines"], "level": ROOT_LEVEL[sealed]},
        "loggers": {
            # Loggers that bring handlers of their own, which know nothing of privacy: taken from them.
            name: {"handlers": [], "propagate": True}
            for name in ("django", "django.server", "gunicorn.error", "gunicorn.access", "procrastinate")
        }
        # One line for each task that it knows, at each start.
        | {name: {"level": "WARNING"} for name in ("procrastinate.periodic", "procrastinate.blueprints")}
        # Its debug lines hold statements with their values. Never, at whatever level the rest is.
        | {"django.db.backends": {"level": "WARNING", "handlers": [], "propagate": True}},
    }


def _sealed() -> list[Any]:
    return [only_what_is_known, structlog.processors.JSONRenderer()]


def _readable() -> list[Any]:
    return [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="%H:%M:%S"),
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback, pad_event_to=0
        ),
    ]


def log_what_ends_a_program() -> None:
    """Have errors that nobody catches written to the log, not printed with all their values."""

    def at_the_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(OURS).critical(Event.PROGRAM_ENDED, exc_info=(kind, error, trace))

    def in_a_thread(ended: threading.ExceptHookArgs) -> None:
        if ended.exc_value is not None:
            at_the_end(ended.exc_type, ended.exc_value, ended.exc_traceback)

    logging.raiseExceptions = False  # a line that cannot be written is not printed with its values either
    sys.excepthook = at_the_end
    threading.excepthook = in_a_thread
