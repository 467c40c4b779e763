"""What the frame of every page needs: who is signed in, where they may go, what day it is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import resolve, reverse

from goldenthread.accounts.access import rule_of
from goldenthread.audit import clock
from goldenthread.audit.scope import Scope


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `ui/layout.html`."""
    user = request.user
    return {
        "signed_in": user if user.is_authenticated else None,
        "navigation": navigation(request) if user.is_authenticated else [],
        "demonstration": settings.DEMONSTRATION,
        "today": clock.today(),
    }


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The entries of settings.NAVIGATION whose pages this person may open."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    entries = []
    for text, name in settings.NAVIGATION:
        href = reverse(name)
        rule = rule_of(resolve(href).func)
        if rule is not None and rule.admits(scope):
            entries.append({"text": text, "href": href, "current": request.path.startswith(href)})
    return entries
