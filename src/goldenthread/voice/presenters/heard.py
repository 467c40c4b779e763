"""You said, we did, what changed, in words: what is not known yet says so."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.ui.values import Link
from goldenthread.ui.words import day, plural
from goldenthread.voice.models import Heard

NOT_DONE = "Nothing has been done yet."
NOT_KNOWN = "We do not know yet. Doing something is not a change until families notice it."


def heard_values(found: Sequence[Heard], *, may_keep: bool) -> list[dict[str, Any]]:
    """Each of them with what was said, done and changed, and what can be added next."""
    return [_one(row, may_keep=may_keep) for row in found]


def _one(row: Heard, *, may_keep: bool) -> dict[str, Any]:
    links = list(_links(row)) if may_keep else []
    return {
        "theme": row.theme,
        "example": row.is_example,
        "said": f"{row.said} ({row.said_by}, {_when(row)})",
        "did": f"{row.did} ({day(row.did_on)})" if row.did_on else NOT_DONE,
        "changed": _changed(row),
        "source": row.source,
        "survey": Link(row.survey.title, reverse("survey", args=[row.survey_id])) if row.survey else None,
        "links": links,
    }


def _links(row: Heard) -> Iterator[Link]:
    about = f": {row.said}"
    words = "Change what we did" if row.did else "Say what we did"
    yield Link(words, reverse("say-what-was-done", args=[row.pk]), about)
    if row.did:
        words = "Change what changed" if row.changed else "Say what changed"
        yield Link(words, reverse("say-what-changed", args=[row.pk]), about)
    if row.changed:
        yield Link("Take back what changed", reverse("take-back-what-changed", args=[row.pk]), about)
    yield Link("Correct what was said", reverse("correct-heard", args=[row.pk]), about)


def _when(row: Heard) -> str:
    """The day that it was said; of a survey whose days nobody knows, its time in words."""
    return (row.survey.asked_when if row.survey else "") or day(row.said_on)


def _changed(row: Heard) -> str:
    if row.changed_on is None:
        return NOT_KNOWN if row.did else "Nothing yet."
    return f"{row.changed} ({day(row.changed_on)}) We know it from this: {row.how_we_know}"


def counted_words(found: Sequence[Heard]) -> str:
    """How many were heard, how many had something done, and of how many it is known what changed."""
    done, changed = sum(bool(row.did) for row in found), sum(bool(row.changed) for row in found)
    return (
        f"{plural(len(found), 'thing was', 'things were')} said. Something was done about {done}; "
        f"what changed is known of {changed}."
    )
