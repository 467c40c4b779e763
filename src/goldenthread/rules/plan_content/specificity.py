"""Is a promise in Section F specific? What it leaves out, and words that a person should look at again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.rules.law import Confirmed, Kind, Source
from goldenthread.rules.plan_content.plan import Provision
from goldenthread.rules.sources import code_of_practice

SPECIFIC = code_of_practice("9.69")
"""Provision should be detailed, specific and normally quantified: type, hours, frequency, expertise."""

NO_DOUBT = Source(
    Kind.CASE,
    "L v Clarke and Somerset County Council (1998)",
    "so specific and so clear as to leave no room for doubt",
    "https://www.ipsea.org.uk/faqs/what-should-be-in-section-f-of-an-ehc-plan",
    Confirmed.SECONDARY,
)

VAGUE_WORDS = (
    "access to",
    "opportunities for",
    "opportunity for",
    "as required",
    "regular",
    "regularly",
    "up to",
    "where appropriate",
    "input",
    "support",
    "benefit from",
)
"""Flags for a person, never corrections: each can be right where the need itself calls for it."""

_VAGUE = re.compile(r"\b(" + "|".join(re.escape(words) for words in VAGUE_WORDS) + r")\b", re.IGNORECASE)

_NORMALLY = {
    "who": "who gives it",
    "frequency": "how often",
    "duration": "for how long",
}
_ALSO = {
    "qualification": "how they are qualified",
    "group_size": "in how large a group",
    "place": "where",
    "reviewed": "when it is reviewed",
}


@dataclass(frozen=True, slots=True)
class VagueWords:
    """Words in a promise that may leave room for doubt, where they stand (from 0), and by what authority."""

    words: str
    start: int
    source: Source = NO_DOUBT


def missing_details(provision: Provision) -> tuple[str, ...]:
    """What a promise normally says and this one does not (Code of Practice 9.69)."""
    return tuple(_unsaid(provision, _NORMALLY))


def details_to_consider(provision: Provision) -> tuple[str, ...]:
    """What a promise may also need to say, by the kind of provision (Code of Practice 9.69)."""
    return tuple(_unsaid(provision, _ALSO))


def vague_words(text: str) -> tuple[VagueWords, ...]:
    """Words that a person should look at again, in the order they stand in (L v Clarke and Somerset)."""
    return tuple(VagueWords(match.group(0), match.start()) for match in _VAGUE.finditer(text))


def _unsaid(provision: Provision, details: dict[str, str]) -> Iterator[str]:
    return (words for name, words in details.items() if not str(getattr(provision, name)).strip())
