"""Every request has a number of its own, is counted, and leaves one line in the log."""

import ipaddress
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bound_contextvars

from goldenthread.operations import metrics
from goldenthread.operations.events import Event
from goldenthread.operations.log_privacy import MARK
from goldenthread.operations.logs import event_log

HEADER = "X-Request-ID"
SERVER_ERROR = 500
NO_ROUTE = "(none)"
LOG = event_log()


class RequestMiddleware:
    """Outermost: what follows knows the request's number, and its answer carries it."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        number = request_id(request)
        with bound_contextvars(request_id=number):
            response = self.respond(request)
            seconds = time.perf_counter() - began
            match = request.resolver_match
            route = match.route if match else NO_ROUTE
            metrics.count_request(request.method or "", route, response.status_code, seconds)
            say = LOG.error if response.status_code >= SERVER_ERROR else LOG.info
            say(
                Event.REQUEST_ANSWERED,
                method=request.method,
                route=route,
                status=response.status_code,
                took_ms=round(seconds * 1000, 1),
            )
        response[HEADER] = number
        return response


def request_id(request: HttpRequest) -> str:
    """The number that a trusted proxy gave, where it looks like one; else a new one.

    Only hexadecimal digits and hyphens: a number cannot carry anything about a person into the log.
    """
    given = request.headers.get(HEADER, "")
    return given if MARK.fullmatch(given) and from_trusted_proxy(request) else uuid4().hex


def from_trusted_proxy(request: HttpRequest) -> bool:
    """Whether the neighbour that sent this is one of GOLDEN_THREAD_PROXIES."""
    try:
        neighbour = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(neighbour in network for network in settings.TRUSTED_PROXIES)
