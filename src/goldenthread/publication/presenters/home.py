"""The first page: what was promised, how it is going, in the words of families, five tests in a row."""

from collections.abc import Sequence
from typing import Any

from goldenthread.publication.parts import Part, of_kind
from goldenthread.publication.presenters.figures import WHY_THIS_CHART, chart, figures
from goldenthread.publication.presenters.frame import around, listed
from goldenthread.publication.presenters.said import said_boxes
from goldenthread.publication.site.addresses import OF_KIND, path_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import TestName, TestResult
from goldenthread.ui.words import in_words, plural

NAMES: tuple[TestName, ...] = ("Done", "Working", "Felt", "Everywhere", "Lasting")
MOST_ON_HOME = 12
LATEST = 5


def home_page(site: Site, links: Links) -> Drawing:
    """What everyone sees first."""
    promises = of_kind(site.content, "promise")
    told = figures(site)
    values = {
        "title": "What we promised, and how it is going",
        "intro": intro(promises),
        "stands": stands(promises) or _first_figure(told),
        "more": "",
        "chart": chart(site),
        "beside": WHY_THIS_CHART,
        "promises": [row(site, links, one) for one in promises[:MOST_ON_HOME]],
        "all_promises": links.to(OF_KIND["promise"].path) if len(promises) > MOST_ON_HOME else "",
        "how_many": len(promises),
        "figures": [one["figure"] for one in told if not one["gap"]] if not promises else [],
        "both_clocks": links.to(OF_KIND["figure"].path) if told else "",
        "said": said_boxes(site, links, most=1),
        "all_said": links.to(OF_KIND["said"].path),
        "latest": latest(site, links),
    }
    return Drawing("publication/site/home.html", values)


def promises_page(site: Site, links: Links) -> Drawing:
    """Every promise with its five tests in a row."""
    found = of_kind(site.content, "promise")
    values = {
        "title": OF_KIND["promise"].title,
        "intro": intro(found),
        "stands": stands(found),
        "promises": [row(site, links, one) for one in found],
    }
    return Drawing("publication/site/promises.html", values)


def row(site: Site, links: Links, one: Part) -> dict[str, Any]:
    """One promise as a row."""
    return {
        **around(site, one),
        "href": links.to(path_of(one)),
        "results": results(one),
        "says": in_one_line(results(one)),
    }


def results(one: Part) -> list[TestResult]:
    """The five tests in their order; a test of which nothing was said has no evidence."""
    told = {test["name"]: test for test in one["body"].get("tests", ())}
    return [
        TestResult(name, told[name]["state"], told[name]["says"], told[name]["limit"])
        if name in told
        else TestResult(name, "no-evidence")
        for name in NAMES
    ]


SAID = {"yes": "{name}.", "not-yet": "Not yet {low}.", "no": "Not {low}."}


def in_one_line(tests: Sequence[TestResult]) -> str:
    """What is so and what is not: "Done. Not yet working. Not felt."; what nobody knows stands below."""
    known = [test for test in tests if test.state in SAID]
    if known:
        return " ".join(SAID[test.state].format(name=test.name, low=test.name.lower()) for test in known)
    return "There is no evidence yet." if tests[0].state == "no-evidence" else "It is not known yet."


def intro(promises: Sequence[Part]) -> str:
    """How many promises there are."""
    there = [one for one in promises if "gap" not in one]
    if not there:
        return "These figures are about education, health and care plans."
    return (
        f"We made {plural(len(there), 'promise')} to children with special educational needs and "
        "disabilities, and to their families."
    )


def stands(promises: Sequence[Part]) -> str:
    """The sentence that says how it stands: felt first, for that is what counts."""
    there = [results(one) for one in promises if "gap" not in one]
    if not there:
        return ""
    felt = sum(tests[2].state == "yes" for tests in there)
    working = sum(tests[1].state == "yes" for tests in there)
    bare = sum(all(test.state == "no-evidence" for test in tests) for tests in there)
    said = [
        f"{_so_many(felt, 'is', 'are')} felt by families yet." if not felt else "",
        f"{_so_many(felt, 'is', 'are')} felt by families." if felt else "",
        f"{_so_many(working, 'is', 'are')} working." if working else "None is shown to be working yet.",
        f"Of {in_words(bare)} we have no evidence at all." if bare else "",
    ]
    return " ".join(filter(None, said))


def _so_many(count: int, one: str, many: str) -> str:
    if not count:
        return "None is"
    return f"{start_upper(in_words(count))} {one if count == 1 else many}"


def _first_figure(told: Sequence[dict[str, Any]]) -> str:
    """The first sentence of the first figure that is shown; what it leaves out stands at the figure."""
    sentence = next((one["figure"].says for one in told if not one["gap"] and one["figure"].value), "")
    first, stop, _ = sentence.partition(". ")
    return f"{first}." if stop else first


def latest(site: Site, links: Links) -> list[dict[str, Any]]:
    """The newest letters, documents and meetings."""
    dated = [
        one
        for one in of_kind(site.content, "letter", "document", "meeting")
        if one["on"] and "gap" not in one and one["body"].get("what") != "planned"
    ]
    dated.sort(key=lambda one: one["on"], reverse=True)
    return listed(site, links, dated[:LATEST])
