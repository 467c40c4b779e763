"""The easy words for a page: short sentences, one idea a line. Written by a person, or made and marked so."""

from collections.abc import Callable
from typing import Any

from goldenthread.publication.parts import Part
from goldenthread.publication.presenters.frame import day_of, gap
from goldenthread.publication.presenters.home import results
from goldenthread.ui.values import State, TestName

ASKS: dict[TestName, str] = {
    "Done": "Did we do what we said?",
    "Working": "Does it work?",
    "Felt": "Do families feel it?",
    "Everywhere": "Is it the same for everyone?",
    "Lasting": "Will it stay good?",
}
ANSWERS: dict[State, str] = {
    "yes": "Yes.",
    "not-yet": "Not yet.",
    "no": "No.",
    "not-known": "We do not know.",
    "no-evidence": "We have nothing to show.",
}
MADE = "A computer made these words from the facts. No person has checked them."
WRITTEN = "A person wrote these words."
EXAMPLE_WRITTEN = "A person wrote these words as an example."


def easy_block(one: Part) -> dict[str, Any]:
    """A part in easy words, and who made them."""
    hidden = gap(one)
    if hidden:
        return {"title": hidden["fact"], "lines": [hidden["more"]], "note": ""}
    if one.get("easy"):
        note = EXAMPLE_WRITTEN if one.get("easy_is_example") else WRITTEN
        return {"title": one["title"], "lines": one["easy"], "note": note}
    return {"title": one["title"], "lines": _MADE.get(one["kind"], _plain)(one), "note": MADE}


def _promise(one: Part) -> list[str]:
    lines = ["This is a promise. We made it to families."]
    for test in results(one):
        lines += [f"{ASKS[test.name]} {ANSWERS[test.state]}"]
    return lines


def _figure(one: Part) -> list[str]:
    if not one["body"].get("value"):
        return ["We cannot show this number."]
    return [f"The number is: {one['body']['value']}.", *_sentences(one["says"])]


def _chart(one: Part) -> list[str]:
    series = one["body"]["series"]
    known = [(year, ours) for year, ours in zip(series["periods"], series["ours"], strict=True) if ours]
    return [f"In {year}, about {float(ours):.0f} of 100 plans came in time." for year, ours in known]


def _document(one: Part) -> list[str]:
    body = one["body"]
    lines = [f"{body['speaker']} looked at what we do.", f"That was: {day_of(one)}."]
    counts: dict[str, int] = {}
    for point in body.get("points", ()):
        counts[point["what"]] = counts.get(point["what"], 0) + 1
    return [
        *lines,
        *(f"{what} {count} things." if count > 1 else f"{what} one thing." for what, count in counts.items()),
    ]


def _said(one: Part) -> list[str]:
    body = one["body"]
    lines: list[str] = []
    for asked, name in (("You said:", "said"), ("We did:", "did"), ("What changed:", "changed")):
        lines += [asked, *_sentences(body[name])]
    return lines


def _home(one: Part) -> list[str]:
    return [
        "Some children need more help to learn.",
        "We promised to get better at helping them.",
        "Here is what we promised.",
        "Here is if we did it.",
    ]


def _plain(one: Part) -> list[str]:
    lines = _sentences(one["says"])
    return [*([f"The day is: {day_of(one)}."] if day_of(one) else []), *lines]


def _sentences(words: str) -> list[str]:
    """One sentence a line."""
    return [f"{said.rstrip('.')}." for said in words.replace("\n", " ").split(". ") if said.strip()]


_MADE: dict[str, Callable[[Part], list[str]]] = {
    "promise": _promise,
    "figure": _figure,
    "chart": _chart,
    "document": _document,
    "said": _said,
    "home": _home,
}
