"""Signing out, where work begins, and the accessibility statement. Signing in is `accounts.signing_in`."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.accounts import actions
from goldenthread.accounts.access import before_second_factor, open_to_anyone_signed_in, open_to_everyone
from goldenthread.accounts.context import start_of
from goldenthread.audit.errors import NotPossibleNow


@open_to_anyone_signed_in
@before_second_factor
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    actions.sign_out(request, by=request.scope)  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    return redirect(settings.LOGIN_URL)


@open_to_anyone_signed_in
@require_http_methods(["GET"])
def start(request: HttpRequest) -> HttpResponse:
    """The first page that this person's work begins with."""
    begins_at = start_of(request)
    if not begins_at:
        raise NotPossibleNow("No page here belongs to your work yet.")
    return redirect(begins_at)


@open_to_everyone
@require_http_methods(["GET"])
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that every page links to."""
    return render(request, "ui/accessibility.html")
