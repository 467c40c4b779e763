"""Draws any page of the public site as text, from a release alone; None where it has no such page."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string

from goldenthread.publication.presenters import alone, home, promise, record, said
from goldenthread.publication.presenters import figures as figures_presenter
from goldenthread.publication.presenters.easy import easy_block
from goldenthread.publication.presenters.frame import frame
from goldenthread.publication.site.addresses import (
    ACCESSIBILITY,
    CHANGES,
    FIND,
    HOME,
    JUDGED,
    OF_KIND,
    parts_on,
    path_of,
    without_easy,
)
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.values import Link

Page = Callable[[Site, Links], Drawing]

LISTS: dict[str, Page] = {
    "promise": home.promises_page,
    "figure": figures_presenter.figures_page,
    "document": lambda site, links: record.list_page(site, links, "document"),
    "letter": lambda site, links: record.list_page(site, links, "letter"),
    "meeting": lambda site, links: record.list_page(site, links, "meeting"),
    "said": said.said_page,
    "survey": said.surveys_page,
}
OWN: dict[str, Callable[[Site, Links, str], Drawing]] = {
    "promise": promise.promise_page,
    "document": lambda site, links, key: record.own_page(site, links, "document", key),
    "letter": lambda site, links, key: record.own_page(site, links, "letter", key),
    "meeting": lambda site, links, key: record.own_page(site, links, "meeting", key),
    "survey": said.survey_page,
}
ALONE: dict[str, Page] = {
    CHANGES: alone.changes_page,
    JUDGED: alone.judged_page,
    FIND: alone.find_page,
    ACCESSIBILITY: alone.accessibility_page,
}


def draw(site: Site, links: Links) -> str | None:
    """The page at `links.page`. Drawn without a request, so that nothing on it can depend on who asks."""
    found = _drawing(site, links)
    if found is None:
        return None
    has_easy = parts_on(site.content, links.page) is not None
    return render_to_string(found.template, {**frame(site, links, has_easy=has_easy), **found.values})


def _drawing(site: Site, links: Links) -> Drawing | None:
    path = links.page
    if path == HOME:
        return home.home_page(site, links)
    if path in ALONE:
        return ALONE[path](site, links)
    plain = without_easy(path)
    if plain is not None:
        return _easy(site, links, plain)
    here = parts_on(site.content, path)
    if here is None:
        return None
    kind = here[0]["kind"]
    if path == OF_KIND[kind].path:
        return LISTS["figure" if kind == "chart" else kind](site, links)
    return OWN[kind](site, links, here[0]["key"])


def _easy(site: Site, links: Links, plain: str) -> Drawing | None:
    """A page in easy words, one idea a line."""
    here = parts_on(site.content, plain)
    if here is None:
        return None
    blocks: list[dict[str, Any]] = [
        {**easy_block(one), "href": links.to(path_of(one)) if path_of(one) != plain else ""} for one in here
    ]
    above = Link("The same page with all its words", links.to(plain))
    title = blocks[0]["title"] if len(blocks) == 1 or plain == HOME else OF_KIND[here[0]["kind"]].title
    values = {"title": title, "blocks": blocks, "above": above}
    return Drawing("publication/site/easy.html", values)
