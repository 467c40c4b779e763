"""What families said, what was done and what changed; and surveys, theme by theme."""

from typing import Any

from goldenthread.publication.parts import NOT_KNOWN_YET, of_kind
from goldenthread.publication.presenters.frame import around, listed
from goldenthread.publication.site.addresses import OF_KIND, path_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site


def said_boxes(site: Site, links: Links, *, most: int | None = None) -> list[dict[str, Any]]:
    """You said, we did, what changed, each with the promises that it led to."""
    promises = {one["key"]: one for one in of_kind(site.content, "promise") if "gap" not in one}
    found = [one for one in of_kind(site.content, "said") if most is None or "gap" not in one]
    if most is not None:
        found.sort(key=lambda one: one["body"]["changed"] == NOT_KNOWN_YET)
    return [
        {
            **around(site, one),
            **one["body"],
            "promises": [
                {"title": promises[key]["title"], "href": links.to(path_of(promises[key]))}
                for key in one["body"].get("results_of", ())
                if key in promises
            ],
        }
        for one in found[:most]
    ]


def said_page(site: Site, links: Links) -> Drawing:
    """Everything that was said and answered."""
    values = {"title": OF_KIND["said"].title, "boxes": said_boxes(site, links)}
    return Drawing("publication/site/said.html", values)


def surveys_page(site: Site, links: Links) -> Drawing:
    """Every survey."""
    found = of_kind(site.content, "survey")
    values = {
        "title": OF_KIND["survey"].title,
        "intro": "What families were asked, what they answered, and how we rate ourselves beside it.",
        "rows": listed(site, links, found),
    }
    return Drawing("publication/site/listed.html", values)


def survey_page(site: Site, links: Links, key: str) -> Drawing:
    """One survey by its themes: families' rating and ours side by side."""
    one = next(each for each in of_kind(site.content, "survey") if each["key"] == key)
    values = {**around(site, one), "survey": one["body"]}
    return Drawing("publication/site/survey.html", values)
