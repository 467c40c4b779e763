"""How does a page follow a long act without script? It asks the browser to come again, unless stopped.

A page that reloads by itself can take the focus from someone who reads it aloud, so WCAG (2.2.1) asks for a
way to turn it off: `?still=1`, offered on the page itself by ui/patterns/waiting.html.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class Watch:
    """Does the page refresh by itself, and how often?"""

    refreshes: bool
    seconds: int


def watch(request: HttpRequest, *, seconds: int = 5) -> Watch:
    """What the reader chose."""
    return Watch(refreshes="still" not in request.GET, seconds=seconds)


def refreshing(response: HttpResponse, following: Watch) -> HttpResponse:
    """The same response, asking the browser to come again if the reader lets it."""
    if following.refreshes:
        response.headers["Refresh"] = str(following.seconds)
    return response
