"""What surrounds every public page, and what may stand beside any part: a gap, a correction, a mark."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from goldenthread.publication.parts import Part
from goldenthread.publication.site.addresses import (
    ACCESSIBILITY,
    CHANGES,
    FEED,
    FIND,
    HOME,
    easy_of,
    path_of,
    sections,
    without_easy,
)
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Correction, Site
from goldenthread.ui.values import Link, NavigationItem, Shell
from goldenthread.ui.words import day

EXAMPLE = "Example: invented for the demonstration."
CALLED = {
    "promise": "A promise",
    "figure": "A figure",
    "chart": "A chart",
    "document": "A document",
    "letter": "A letter to families",
    "meeting": "A meeting",
    "said": "Something that families said",
    "survey": "A survey",
    "forum": "What the forum wrote",
    "comment": "A comment",
    "paper": "A paper",
    "minutes": "The minutes",
    "decision": "A decision",
    "update": "The chair’s update",
}


def frame(site: Site, links: Links, *, has_easy: bool) -> dict[str, Any]:
    """Values that every public page needs."""
    here = without_easy(links.page)
    easy = Link("Easy read", links.to(easy_of(links.page))) if has_easy and here is None else None
    return {
        "shell": _shell(site, links),
        "static": links.asset,
        "feed": links.to(FEED),
        "easy": easy,
        "notice": site.notice,
        "released": site.released,
    }


def _shell(site: Site, links: Links) -> Shell:
    items = [NavigationItem("How it is going", links.to(HOME), current=links.page == HOME)]
    items += [
        NavigationItem(one.in_short, links.to(one.path), current=links.page.startswith(one.path))
        for one in sections(site.content)
        if one.path != "progress/promises/"
    ]
    items.append(NavigationItem("Find", links.find or links.to(FIND), current=links.page == FIND))
    footer = [
        Link("What changed", links.to(CHANGES)),
        Link("Accessibility", links.to(ACCESSIBILITY)),
        *([Link("Get an e-mail when something changes", links.updates)] if links.updates else []),
        Link("News feed (RSS)", links.to(FEED)),
        *([Link("The law we count by", links.law)] if links.law else []),
    ]
    return Shell(
        area=site.area,
        home=links.to(HOME),
        navigation=items,
        demonstration=site.demonstration,
        footer_links=footer,
    )


def gap(one: Mapping[str, Any]) -> dict[str, str] | None:
    """What stands where a part was taken down; None for a part that is there."""
    if "gap" not in one:
        return None
    called = CALLED.get(one["key"].partition("-")[0], "Something")
    on = day(date.fromisoformat(one["gap"]["on"]))
    return {"fact": f"{called} was taken down on {on}.", "more": one["gap"]["because"]}


def corrections(site: Site, key: str) -> list[Correction]:
    """The corrections of a part, newest first."""
    return [
        Correction(day(date.fromisoformat(one["on"])), one["says"], one["was"])
        for one in site.content["corrections"]
        if one["key"] == key
    ]


def around(site: Site, one: Part) -> dict[str, Any]:
    """What may stand beside any part."""
    return {
        "key": one["key"],
        "title": one["title"],
        "says": one["says"],
        "gap": gap(one),
        "corrections": corrections(site, one["key"]),
        "example": EXAMPLE if one["is_example"] else "",
    }


def listed(site: Site, links: Links, parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Parts with where they stand, for lists."""
    return [
        {
            **around(site, one),
            "href": links.to(path_of(one)),
            "on": day_of(one),
            "what": one["body"].get("what", ""),
        }
        for one in parts
    ]


def day_of(one: Part) -> str:
    """The day of a part as it was told, or in full."""
    told: str = one["body"].get("when", "")
    return told or (day(date.fromisoformat(one["on"])) if one["on"] else "")
