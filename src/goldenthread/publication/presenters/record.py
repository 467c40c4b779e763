"""The record of the partnership: inspections newest first, letters to families, meetings with papers."""

from collections.abc import Sequence
from typing import Any

from goldenthread.publication.parts import Part, of_kind
from goldenthread.publication.presenters.frame import EXAMPLE, around, day_of, gap, listed
from goldenthread.publication.site.addresses import OF_KIND, file_path
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.values import Entry, Link, Tie
from goldenthread.ui.words import size

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
            ties=[] if one["gap"] else [Tie(one["title"], one["href"], "What it says:")],
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
        "papers": [_section(each) for each in one["body"].get("papers", ())],
        "files": [_file(each, links) for each in one["body"].get("files", ())],
    }
    return Drawing(f"publication/site/{kind}.html", values)


def _section(each: dict[str, Any]) -> dict[str, Any]:
    """The update, a decision or the minutes of a meeting, or the gap where they stood."""
    return {**each, "gap": gap(each)}


def _file(each: dict[str, Any], links: Links) -> dict[str, Any]:
    """A paper to read, or the gap where it stood."""
    if "gap" in each:
        return {"gap": gap(each)}
    kind = each["media_type"].rpartition("/")[2].upper()
    kind = kind if len(kind) <= 4 else each["name"].rpartition(".")[2].upper()
    mark = f" {EXAMPLE}" if each["is_example"] else ""
    says = f"{kind}, {size(each['size'])}.{mark}"
    return {"gap": None, "title": each["title"], "href": links.to(file_path(each)), "says": says}


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
