"""For machines: does the process live, can it serve, its counts. For people: what needs somebody."""

from hmac import compare_digest

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from prometheus_client import CONTENT_TYPE_LATEST

from goldenthread.accounts.access import open_to, open_to_everyone
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.operations import actions, health, metrics, presenters, queries
from goldenthread.operations.middleware import from_trusted_proxy

NOT_NOW = 503
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded")


@open_to_everyone
@never_cache
@require_GET
def healthy(request: HttpRequest) -> HttpResponse:
    """Whether this process answers. Asks nothing else, so that a database at rest restarts no web server."""
    return HttpResponse("healthy\n", content_type="text/plain")


@open_to_everyone
@never_cache
@require_GET
def ready(request: HttpRequest) -> HttpResponse:
    """Whether pages can be served now. Strangers learn no more than that."""
    if health.is_ready():
        return HttpResponse("ready\n", content_type="text/plain")
    return HttpResponse("not ready\n", content_type="text/plain", status=NOT_NOW)


@open_to_everyone
@never_cache
@require_GET
def counts(request: HttpRequest) -> HttpResponse:
    """Counts for Prometheus: with the token, or without one from this computer itself, past no proxy."""
    if not _may_read_counts(request):
        raise NotFound("There is no such page.")
    by = Scope.system("counts are read for whoever watches the service")
    now = presenters.counts_now(health.checks(), queries.jobs_by_state(by))
    return HttpResponse(metrics.page(now), content_type=CONTENT_TYPE_LATEST)


def _may_read_counts(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        return compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    direct = not any(name in request.headers for name in FORWARDED)
    return direct and from_trusted_proxy(request)


@open_to(Permission.OPERATE)
@require_GET
def service(request: ScopedRequest) -> HttpResponse:
    """What needs somebody: checks that are not well, jobs that failed."""
    scope = request.scope
    values = presenters.service_values(
        health.checks(), queries.failed_jobs(scope), queries.jobs_by_state(scope)
    )
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, "operations/service.html", {**values, "said": said})


@open_to(Permission.OPERATE)
@require_GET
def failed_job(request: ScopedRequest, job_id: int) -> HttpResponse:
    """One job that failed, and the way to have it tried again."""
    values = presenters.failed_job_values(queries.failed_job(request.scope, job_id))
    return render(request, "operations/failed_job.html", values)


@open_to(Permission.OPERATE)
@require_POST
def retry_job(request: ScopedRequest, job_id: int) -> HttpResponse:
    """Has a failed job tried again."""
    actions.retry_job(job_id, by=request.scope)
    messages.success(request, "It is tried again. If it fails, it will stand here again.")
    return redirect("service")
