"""One promise: the five tests in full, the forum's words untouched, what those say who answer for it."""

from datetime import date
from typing import Any

from goldenthread.publication.parts import of_kind
from goldenthread.publication.presenters.frame import EXAMPLE, around, gap
from goldenthread.publication.presenters.home import in_one_line, results
from goldenthread.publication.presenters.said import said_boxes
from goldenthread.publication.site.addresses import JUDGED, OF_KIND, path_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.values import Link
from goldenthread.ui.words import day


def promise_page(site: Site, links: Links, key: str) -> Drawing:
    """All that is public about a promise."""
    one = next(each for each in of_kind(site.content, "promise") if each["key"] == key)
    if "gap" in one:
        return Drawing("publication/site/gone.html", around(site, one))
    body, documents = one["body"], {each["key"]: each for each in of_kind(site.content, "document")}
    values = {
        **around(site, one),
        "above": Link("All promises", links.to(OF_KIND["promise"].path)),
        "caption": f"{body['plan']}, promise {body['code']}",
        "in_one_line": in_one_line(results(one)),
        "results": results(one),
        "judged": links.to(JUDGED),
        "forum": [_said(each) for each in body.get("forum", ())],
        "commentary": [_said(each) for each in body.get("commentary", ())],
        "evidence": body.get("evidence", ()),
        "milestones": body.get("milestones", ()),
        "who": body["who"],
        "closed": body["closed"],
        "answers": [
            Link(each["title"], links.to(path_of(documents[each["document"]])), each["words"])
            for each in body["answers"]
            if each["document"] in documents
        ],
        "said": [each for each in said_boxes(site, links) if key in each.get("results_of", ())],
    }
    return Drawing("publication/site/promise.html", values)


def _said(each: dict[str, Any]) -> dict[str, Any]:
    """Words of the forum or of an owner as they were written, or the gap where they stood."""
    if "gap" in each:
        return {"gap": gap(each)}
    note = day(date.fromisoformat(each["on"])) + "."
    return {
        "gap": None,
        "paragraphs": [line for line in each["words"].splitlines() if line.strip()],
        "who": each.get("who", ""),
        "note": " ".join(filter(None, [note, EXAMPLE if each.get("is_example") else ""])),
    }
