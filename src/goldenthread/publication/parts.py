"""What is a release made of? Parts with keys: each stands on one page, is told in lines, and can be hidden.

A part is a dict: key, kind, title, says (one line), on (a day or nothing), is_example, and a `body` that only
its own kind knows. Anything inside a body that has a key of its own can be hidden by itself.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

FORM = 2
"""Of content; what was released before parts has none."""

NOT_KNOWN_YET = "That is not known yet."
"""Stands for what changed after something was said, until somebody knows."""

Part = dict[str, Any]
Content = dict[str, Any]


def part(
    key: str,
    title: str,
    *,
    says: str = "",
    on: date | None = None,
    is_example: bool = False,
    body: Mapping[str, Any] | None = None,
) -> Part:
    """One part. The kind is what its key begins with: "promise-12" is a promise."""
    return {
        "key": key,
        "kind": key.partition("-")[0],
        "title": title,
        "says": says,
        "on": on.isoformat() if on else "",
        "is_example": is_example,
        "body": dict(body or {}),
    }


def digest_of(content: Content) -> str:
    """SHA-256 of the content, written in one fixed way."""
    fixed = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(fixed.encode()).hexdigest()


def of_kind(content: Content, *kinds: str) -> list[Part]:
    """The parts of these kinds, in their order."""
    return [one for one in content["parts"] if one["kind"] in kinds]


def keyed(content: Content) -> dict[str, Part]:
    return {one["key"]: one for one in content["parts"]}


def keys_within(value: Any) -> Iterator[tuple[str, str]]:
    """Every key of a part and of what is inside it, with its title."""
    if isinstance(value, dict):
        if "key" in value and "gap" not in value:
            yield value["key"], value.get("title", "")
        for inner in value.values():
            yield from keys_within(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_within(inner)


def without(content: Content, gaps: Mapping[str, Mapping[str, str]]) -> Content:
    """The content with a marked gap for each key: nothing is left of what was there but its kind."""
    if not gaps:
        return content
    return {
        **content,
        "parts": [_without(one, gaps) for one in content["parts"]],
        "corrections": [one for one in content["corrections"] if one["key"] not in gaps],
        "news": [one for one in content["news"] if one["key"] not in gaps],
    }


def _without(value: Any, gaps: Mapping[str, Mapping[str, str]]) -> Any:
    if isinstance(value, list):
        return [_without(inner, gaps) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("key") not in gaps:
        return {name: _without(inner, gaps) for name, inner in value.items()}
    gap = dict(gaps[value["key"]])
    return {**part(value["key"], ""), "gap": gap} if "body" in value else {"key": value["key"], "gap": gap}


NOT_WORDS = {
    "key",
    "kind",
    "on",
    "digest",
    "state",
    "is_example",
    "series",
    "results_of",
    "document",
    "size",
    "media_type",
}
"""Names in a part whose values are not read as words."""


FIRST = {"title"}
"""What is read first; the rest by name, for a database keeps no order of names."""


def lines(value: Any) -> list[str]:
    """All words of a part, one line each, in the order in which they stand."""
    if isinstance(value, str):
        return [line for line in (line.strip() for line in value.splitlines()) if line]
    if isinstance(value, dict):
        names = sorted(value.keys() - NOT_WORDS, key=lambda name: (name not in FIRST, name))
        inner: Iterable[Any] = (value[name] for name in names)
    elif isinstance(value, list):
        inner = value
    else:
        return []
    return [line for one in inner for line in lines(one)]
