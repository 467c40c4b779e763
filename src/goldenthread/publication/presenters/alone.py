"""Pages that no part stands on: what changed, how promises are judged, finding things, accessibility."""

from datetime import date
from typing import Any

from goldenthread.publication.parts import keyed
from goldenthread.publication.presenters.frame import CALLED, around
from goldenthread.publication.site.addresses import SECTIONS, path_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.values import Link
from goldenthread.ui.words import day


def changes_page(site: Site, links: Links) -> Drawing:
    """What each release brought, newest first, corrections before everything."""
    parts = keyed(site.content)
    days: dict[str, list[dict[str, Any]]] = {}
    for one in site.content["news"]:
        found = parts.get(one["key"])
        href = links.to(path_of(found)) if found else ""
        days.setdefault(day(date.fromisoformat(one["on"])), []).append({**one, "href": href})
    corrected = [
        {
            "on": day(date.fromisoformat(one["on"])),
            "says": one["says"],
            "link": Link(parts[one["key"]]["title"], links.to(path_of(parts[one["key"]]))),
        }
        for one in site.content["corrections"]
        if one["key"] in parts
    ]
    values = {"title": "What changed on this site", "days": days, "corrections": corrected}
    return Drawing("publication/site/changes.html", values)


def judged_page(site: Site, links: Links) -> Drawing:
    """How the five tests work."""
    return Drawing("publication/site/judged.html", {"title": "How we judge our promises"})


def find_page(site: Site, links: Links) -> Drawing:
    """Everything on the site by its title, to be found without a server."""
    groups = []
    for section in SECTIONS:
        found = [
            {**around(site, one), "href": links.to(path_of(one))}
            for one in site.content["parts"]
            if one["kind"] in section.kinds and "gap" not in one
        ]
        if found:
            found.sort(key=lambda one: one["title"].casefold())
            groups.append({"title": section.title, "rows": found})
    values = {"title": "Find something", "groups": groups, "search": links.find}
    return Drawing("publication/site/find.html", values)


def accessibility_page(site: Site, links: Links) -> Drawing:
    """What the accessibility regulations ask a public body to say."""
    return Drawing("publication/site/accessibility.html", {"title": "Accessibility statement"})


def what_kind(key: str) -> str:
    """What a part is called that may no longer be there."""
    return CALLED.get(key.partition("-")[0], "Something")
