"""What the frame of every page needs: who is signed in, where they may go, what day it is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import resolve, reverse

from goldenthread.accounts.access import rule_of
from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.ui.values import Link, NavigationItem, Shell

INVENTED = "The people are invented. Nothing here is a record of a real child."


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `ui/layout.html`: the shell around every page; and who is signed in, and what day it is."""
    user = getattr(request, "user", None)  # an error may come before anyone has looked who it is
    signed_in = user if user is not None and user.is_authenticated else None
    entries = navigation(request) if signed_in else []
    return {
        "shell": Shell(
            who=who(request) if signed_in else "",
            home=entries[0].href if entries else reverse(settings.LOGIN_URL),
            account=reverse("mfa_index") if signed_in else "",
            sign_out=reverse("sign-out") if signed_in else "",
            navigation=entries,
            demonstration=INVENTED if settings.DEMONSTRATION else "",
            footer_links=[
                Link("Accessibility", reverse("accessibility")),
                Link("The law we count by", reverse("law")),
            ],
        ),
        "signed_in": signed_in,
        "demonstration": settings.DEMONSTRATION,
        "today": clock.today(),
    }


def who(request: HttpRequest) -> str:
    """The name of whoever is signed in, and the roles they hold today."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    return ", ".join([scope.actor_name, *dict.fromkeys(part.role for part in scope.parts)])


def navigation(request: HttpRequest) -> list[NavigationItem]:
    """The entries of settings.NAVIGATION whose pages this person may open."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    entries = []
    for text, name in settings.NAVIGATION:
        href = reverse(name)
        rule = rule_of(resolve(href).func)
        if rule is not None and rule.admits(scope):
            entries.append(NavigationItem(text, href, current=request.path.startswith(href)))
    return entries
