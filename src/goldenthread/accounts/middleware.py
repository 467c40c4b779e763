"""The door: who is this, may they open this page, and what is said when they may not."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from goldenthread.accounts.access import asks_again, is_before_second_factor, rule_of
from goldenthread.accounts.signing_in.confirmed import confirmed_within, shows_second_factor
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Scope

Respond = Callable[[HttpRequest], HttpResponse]

STRANGER = Scope(actor_id=None, actor_name="someone not signed in")


def scope_of(request: HttpRequest) -> Scope:
    """Who sent this, and how far they reach."""
    user = request.user
    return Scope.of(user) if user.is_authenticated else STRANGER


class ScopeMiddleware:
    """Gives every request the scope of whoever sent it."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Lazy, so that a public page never reads the session and can be kept by any cache.
        request.scope = SimpleLazyObject(lambda: scope_of(request))  # type: ignore[attr-defined]
        return self.respond(request)


REFUSALS: dict[type[Exception], tuple[str, int]] = {
    NotPermitted: ("accounts/not_permitted.html", 403),
    NotFound: ("accounts/not_found.html", 404),
    NotPossibleNow: ("accounts/not_possible_now.html", 409),
}


def refusal(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """The page that says why not, or None when the error is not one of ours."""
    if type(error) not in REFUSALS:
        return None
    template, status = REFUSALS[type(error)]
    return render(request, template, {"reason": str(error)}, status=status)


SECONDS_TO_FILL_IN = 20 * 60
"""A form opened in time may be sent so much later, so that nobody loses what they typed."""


def lacks_second_factor(request: HttpRequest) -> bool:
    return settings.SECOND_FACTOR_REQUIRED and not shows_second_factor(request)


def seconds_allowed(request: HttpRequest) -> int:
    """How old the last proof of who someone is may be."""
    grace = 0 if request.method in ("GET", "HEAD") else SECONDS_TO_FILL_IN
    return int(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT) + grace


def address_to_return_to(request: HttpRequest) -> str:
    """Where to go once confirmed: this page, or the one that the form stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else request.path


class AccessMiddleware:
    """Refuses whoever the page's rule does not let in, and turns the three refusals into pages."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        rule = rule_of(view)
        if rule is None:
            return refusal(request, NotPermitted("Nobody has decided who may open this page."))
        if rule.everyone:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if lacks_second_factor(request) and not is_before_second_factor(view):
            return redirect("mfa_index")
        if not rule.admits(request.scope):  # type: ignore[attr-defined]  # ScopeMiddleware sets it
            return refusal(request, NotPermitted(f"This page is for those who may {rule}."))
        if asks_again(view) and not confirmed_within(request, seconds_allowed(request)):
            return redirect(
                f"{reverse('confirm-who-you-are')}?{urlencode({'next': address_to_return_to(request)})}"
            )
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refusal(request, error)
