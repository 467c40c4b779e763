"""What the frame of every page needs: who is signed in, where they may go, what day it is."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    found = navigation(request) if signed_in else Navigation([])
    return {
        "shell": Shell(
            who=who(request) if signed_in else "",
            home=(start_of(request) if signed_in else "") or reverse(settings.LOGIN_URL),
            account=reverse("mfa_index") if signed_in else "",
            sign_out=reverse("sign-out") if signed_in else "",
            navigation=found.entries,
            section=found.section,
            pages_of_section=found.pages,
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


def start_of(request: HttpRequest) -> str:
    """The address of the page that this person's work begins with; nothing where no page is theirs."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    roles = [part.role for part in scope.parts]
    if roles and all(role in settings.START_PAGES for role in roles):
        return reverse(settings.START_PAGES[roles[0]])
    entries = navigation(request).entries
    return entries[0].href if entries else ""


@dataclass(frozen=True, slots=True)
class Navigation:
    """The sections of which this person may open a page, and the pages of the one that they are in."""

    entries: list[NavigationItem]
    section: str = ""
    pages: tuple[NavigationItem, ...] = ()


def navigation(request: HttpRequest) -> Navigation:
    """From settings.NAVIGATION. A page is under the entry whose address its own begins with, the longest."""
    sections = [(words, _open_pages(request, pages)) for words, pages in settings.NAVIGATION]
    sections = [(words, pages) for words, pages in sections if pages]
    here = max(
        (href for _, pages in sections for _, href in pages if request.path.startswith(href)),
        key=len,
        default=None,
    )
    entries = [
        NavigationItem(words, pages[0][1], current=here in {href for _, href in pages})
        for words, pages in sections
    ]
    for words, pages in sections:
        if len(pages) > 1 and here in {href for _, href in pages}:
            inside = tuple(NavigationItem(text, href, current=href == here) for text, href in pages)
            return Navigation(entries, words, inside)
    return Navigation(entries)


def _open_pages(request: HttpRequest, pages: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words and address of the pages that this person may open."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    found = []
    for text, name in pages:
        href = reverse(name)
        rule = rule_of(resolve(href).func)
        if rule is not None and rule.admits(scope):
            found.append((text, href))
    return found
