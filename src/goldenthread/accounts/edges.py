"""What may cross the edge of the web: how large, how often, and what a browser is told that it may do."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from goldenthread.accounts.access import octets_taken, times_allowed
from goldenthread.accounts.signing_in.tallies import count, who_asks
from goldenthread.ui.words import size

Respond = Callable[[HttpRequest], HttpResponse]

NOTHING_OF_THE_DEVICE = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
)
"""No page uses anything of the device but passkeys, and those for this site alone."""
PASSKEYS_OF_THIS_SITE = "publickey-credentials-get=(self), publickey-credentials-create=(self)"


class EdgeMiddleware:
    """Stands before anything reads what was sent: refuses what is too large or too often, sets headers."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("Permissions-Policy", f"{NOTHING_OF_THE_DEVICE}, {PASSKEYS_OF_THIS_SITE}")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if _is_personal(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
            patch_vary_headers(response, ["Cookie"])
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        most = octets_taken(view) or settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if _length(request) > most:
            return _refused(request, f"What you sent is larger than {size(most)}. Nothing was kept.", 413)
        return self._too_often(request, view)

    def _too_often(self, request: HttpRequest, view: Callable[..., Any]) -> HttpResponse | None:
        allowed = times_allowed(view)
        asks = request.method == "POST" or bool(request.GET)
        if allowed is None or not asks or not settings.COUNT_WHO_ASKS:
            return None
        times, seconds = allowed
        route = request.resolver_match.route if request.resolver_match else request.path
        if count(route, who_asks(request), seconds) <= times:
            return None
        response = render(request, "429.html", status=429)
        response.headers["Retry-After"] = str(seconds)
        return response


def _is_personal(request: HttpRequest) -> bool:
    """Whether the page was made for somebody: then no cache keeps it. What read no session is everybody's."""
    session = getattr(request, "session", None)
    return session is not None and session.accessed and bool(session.session_key)


def _length(request: HttpRequest) -> int:
    given = request.headers.get("Content-Length", "")
    return int(given) if given.isdigit() else 0


def _refused(request: HttpRequest, words: str, status: int) -> HttpResponse:
    return render(request, "accounts/not_possible_now.html", {"reason": words}, status=status)
