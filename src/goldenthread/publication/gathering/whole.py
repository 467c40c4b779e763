"""The whole content of a release, as it would be if it were released now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.figures.models import FigureSet
from goldenthread.figures.open_data.places import areas
from goldenthread.publication.changes import changes
from goldenthread.publication.gathering.documents import documents
from goldenthread.publication.gathering.figures import figures
from goldenthread.publication.gathering.letters import letters
from goldenthread.publication.gathering.meetings import meetings
from goldenthread.publication.gathering.promises import promises
from goldenthread.publication.gathering.voices import said, surveys
from goldenthread.publication.parts import FORM, Content, Part, keyed, lines, part
from goldenthread.publication.protecting import Counts
from goldenthread.publication.queries.letters import easy_texts

NEWS_KEPT = 100
"""How many lines of what changed a release carries along."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the public would see, the counts behind it, and the figures that it rests on."""

    content: Content
    counts: Counts
    figure_set: FigureSet | None


@dataclass(frozen=True, slots=True)
class Correction:
    """That a part was wrong in the release before, in words for everyone."""

    key: str
    says: str


def gather(
    scope: Scope,
    *,
    public: Content | None,
    before: Sequence[Counts] = (),
    correcting: Sequence[Correction] = (),
) -> Gathered:
    """The next release. `public` is what everyone sees now, `before` the counts of all releases so far."""
    figured = figures(scope, before)
    parts = [
        *promises(scope),
        *figured.parts,
        *documents(scope),
        *letters(scope),
        *meetings(scope),
        *said(scope),
        *surveys(scope),
    ]
    if parts:
        parts.insert(0, _home())
    easy = easy_texts(scope)
    for one in parts:
        written = easy.get(one["key"])
        one["easy"] = written.words.splitlines() if written else []
        one["easy_is_example"] = bool(written and written.is_example)
    content: Content = {
        "form": FORM,
        "area_name": areas()[settings.AREA].name,
        "parts": parts,
        "corrections": [],
        "news": [],
    }
    content["corrections"] = _corrections(content, public, correcting)
    content["news"] = _news(content, public)
    return Gathered(content, figured.counts, figured.figure_set)


def _home() -> Part:
    return part("home-page", "What we promised, and how it is going")


def _corrections(
    content: Content, public: Content | None, correcting: Sequence[Correction]
) -> list[dict[str, Any]]:
    """Those of earlier releases whose part is still there, and the new ones with what stood there before."""
    there, was = keyed(content), keyed(public) if public else {}
    kept = [one for one in (public["corrections"] if public else []) if one["key"] in there]
    new = [
        {
            "key": one.key,
            "on": clock.today().isoformat(),
            "says": one.says,
            "was": lines({**was[one.key], "easy": []}),
        }
        for one in correcting
        if one.key in was
    ]
    return [*new, *kept]


def _news(content: Content, public: Content | None) -> list[dict[str, str]]:
    """What this release adds or changes, newest first, with what earlier ones did."""
    today = clock.today().isoformat()
    found = [
        {"key": one.key, "how": one.how.value, "title": one.title, "on": today}
        for one in changes(public, content)
        if not one.key.startswith("home-")
    ]
    return [*found, *(public["news"] if public else [])][:NEWS_KEPT]
