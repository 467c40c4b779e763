"""The record of the partnership: inspections newest first, letters to families, meetings with papers."""

from collections.abc import Sequence
from typing import Any

from goldenthread.publication.parts import Part, of_kind
from goldenthread.publication.presenters.frame import around, day_of, listed
from goldenthread.publication.site.addresses import OF_KIND
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.values import Entry, Link, Tie

INTROS = {
    "document": "Everyone who judged us, newest first. Older documents stay.",
    "letter": "What we wrote to families, newest first.",
    "meeting": "Every meeting, newest first, those that were cancelled among them.",
}


def list_page(site: Site, links: Links, kind: str) -> Drawing:
    """Everything of one kind, newest first."""
    found = sorted(of_kind(site.content, kind), key=lambda one: one["on"], reverse=True)
    values: dict[str, Any] = {"title": OF_KIND[kind].title, "intro": INTROS[kind]}
    if kind == "document":
        return Drawing("publication/site/timeline.html", values | {"entries": _entries(site, links, found)})
    return Drawing("publication/site/listed.html", values | {"rows": listed(site, links, found)})


def _entries(site: Site, links: Links, found: Sequence[Part]) -> list[Entry]:
    return [
        Entry(
            what=one["gap"]["fact"] if one["gap"] else one["title"],
            when=one["on"],
            more=one["gap"]["more"] if one["gap"] else " ".join(filter(None, [one["says"], one["example"]])),
            ties=[] if one["gap"] else [Tie("What it says", one["href"])],
        )
        for one in listed(site, links, found)
    ]


def own_page(site: Site, links: Links, kind: str, key: str) -> Drawing:
    """One document, letter or meeting."""
    one = next(each for each in of_kind(site.content, kind) if each["key"] == key)
    if "gap" in one:
        return Drawing("publication/site/gone.html", around(site, one))
    section = OF_KIND[kind]
    values = {
        **around(site, one),
        "above": Link(section.title, links.to(section.path)),
        "on": day_of(one),
        "body": one["body"],
        "groups": _by_what(one["body"].get("points", ())),
        "promises": _answering(site, links, key),
    }
    return Drawing(f"publication/site/{kind}.html", values)


def _by_what(points: Sequence[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for point in points:
        groups.setdefault(point["what"], []).append(point)
    return groups


def _answering(site: Site, links: Links, key: str) -> list[Link]:
    """The promises that answer what a document says."""
    section = OF_KIND["promise"]
    return [
        Link(one["title"], links.to(f"{section.path}{one['key'].partition('-')[2]}/"))
        for one in of_kind(site.content, "promise")
        if key in {answer["document"] for answer in one["body"].get("answers", ())}
    ]
