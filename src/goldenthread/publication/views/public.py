"""What everyone sees: the newest release and nothing else, without a cookie, for caches that ask."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_GET

from goldenthread.accounts.access import at_most, open_to_everyone
from goldenthread.accounts.context import INVENTED
from goldenthread.publication.models import Release
from goldenthread.publication.parts import keyed
from goldenthread.publication.presenters.alone import find_page
from goldenthread.publication.presenters.frame import frame, listed
from goldenthread.publication.queries import released as queries
from goldenthread.publication.site.addresses import BELOW, FEED, FIND, files
from goldenthread.publication.site.drawing import draw
from goldenthread.publication.site.feed import feed as feed_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.papers import bytes_of
from goldenthread.publication.site.values import Site, released_words
from goldenthread.ui.downloads import download
from goldenthread.ui.values import Link, NavigationItem, Shell


def _etag(request: HttpRequest, page: str = "") -> str:
    """Another one with every release, every takedown, and every change of the style sheet."""
    return f'"{queries.state()} {static("ui/golden-thread.css")}"'


def site_of(release: Release) -> Site:
    """A release as everyone sees it at this moment."""
    demonstration = INVENTED if settings.DEMONSTRATION else ""
    return Site(queries.public_content(release), released_words(release), demonstration)


def links_of(page: str) -> Links:
    """How live pages lead to one another, and to what needs a server."""
    return Links(page, reverse("public-home"), find=reverse("public-search"), law=reverse("law"))


@open_to_everyone
@require_GET
@condition(etag_func=_etag)
@cache_control(public=True, no_cache=True)
def public_page(request: HttpRequest, page: str = "") -> HttpResponse:
    """Any page of the newest release. Nothing on it depends on who asks."""
    release = queries.newest_release()
    if release is None:
        return HttpResponse(_nothing_released(), status=200 if not page else 404)
    site, links = site_of(release), links_of(page)
    if page == FEED:
        return HttpResponse(feed_of(site, links), content_type="application/rss+xml; charset=utf-8")
    file = files(site.content).get(page)
    if file is not None:
        return _file(file)
    drawn = draw(site, links)
    if drawn is None:
        return HttpResponse(nothing_here(site, links), status=404)
    return HttpResponse(drawn)


@open_to_everyone
@require_GET
def progress_page(request: HttpRequest, page: str) -> HttpResponse:
    """Any page but the first."""
    return public_page(request, page=f"{BELOW}{page}")


def _file(file: dict[str, Any]) -> HttpResponse:
    """A paper of the release: the bytes that were released, or nothing."""
    kept = bytes_of(file)
    if kept is None:
        return HttpResponse("This paper is no longer kept.", status=404, content_type="text/plain")
    return download(kept, name=file["name"], kind=file["media_type"])


def nothing_here(site: Site, links: Links) -> str:
    """The page for an address that is not of this release."""
    values: dict[str, Any] = {"title": "This page is not here", "find": links.to(FIND)}
    return render_to_string("publication/site/nothing.html", {**frame(site, links, has_easy=False), **values})


def _nothing_released() -> str:
    shell = Shell(
        home=reverse("public-home"),
        navigation=[NavigationItem("The law we count by", reverse("law"))],
        demonstration=INVENTED if settings.DEMONSTRATION else "",
        footer_links=[
            Link("Accessibility", reverse("accessibility")),
            Link("For staff: sign in", reverse(settings.LOGIN_URL)),
        ],
    )
    return render_to_string("publication/nothing_released.html", {"shell": shell})


@open_to_everyone
@at_most(60)
@require_GET
@cache_control(no_store=True)
def search(request: HttpRequest) -> HttpResponse:
    """What of the newest release holds the words that were asked for. Nobody keeps what was asked."""
    release = queries.newest_release()
    if release is None:
        return HttpResponse(_nothing_released())
    site, links = site_of(release), links_of(FIND)
    asked = request.GET.get("q", "")[:200].replace("\0", "")
    values: dict[str, Any] = {**find_page(site, links).values, "looking_for": asked}
    if asked.strip():
        parts = keyed(site.content)
        found = [parts[key] for key in queries.search(asked) if key in parts and "gap" not in parts[key]]
        values |= {"found": listed(site, links, found), "groups": []}
    return HttpResponse(
        render_to_string("publication/site/find.html", {**frame(site, links, has_easy=False), **values})
    )
