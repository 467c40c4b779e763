"""What does a letter say, sentence by sentence? A machine proposes; a person decides each one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.improvement.days_in_words import deadline_in


class Says(StrEnum):
    """What a sentence of a letter can be for the partnership."""

    FINDING = "finding"
    REQUIREMENT = "requirement"
    PRAISE = "praise"
    CONCERN = "concern"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LetterSentence:
    """A sentence, and the heading that it stands under."""

    words: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sentence seems to be and the words that led there; the day by which, where it gives one."""

    says: Says
    because: str
    due_on: date | None = None


BULLET = re.compile(r"^\s*(?:[•●▪‣*–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|St|No|Nos|e\.g|i\.e|etc|para|paras|reg|regs|s)\.$", re.I
)
END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
LONGEST_HEADING = 90
"""Characters: a line longer than this is a sentence whose full stop was forgotten."""
SHORT_LINE = 50
"""Characters: a letter's lines are wrapped further out than this."""

COURTESIES = re.compile(
    r"^(?:dear\b|yours\b|kind regards|best wishes|copied to|cc\b|department for education$)", re.I
)
SIGNS: tuple[tuple[Says, re.Pattern[str]], ...] = (
    (
        Says.REQUIREMENT,
        re.compile(
            r"\b(?:must|shall|(?:is|are) required to|(?:is|are) expected to|we expect|we ask|"
            r"needs? to|should|(?:will|to) be (?:submitted|published|in place|completed))\b",
            re.I,
        ),
    ),
    (
        Says.CONCERN,
        re.compile(
            r"\b(?:however|concern(?:s|ed|ing)?|not yet|too (?:many|few|long|often|slow(?:ly)?)|"
            r"remains?|still|frustrat\w*|delay\w*|insufficient\w*|inconsisten\w*|risks?|worr\w*|disappoint\w*)\b",
            re.I,
        ),
    ),
    (
        Says.PRAISE,
        re.compile(
            r"\b(?:pleased|welcomed?|commend\w*|congratulat\w*|thank\w*|good progress|strong\w*|impress\w*|"
            r"improved|improvements? (?:in|to)|encourag\w*|positive\w*|reassur\w*)\b",
            re.I,
        ),
    ),
    (
        Says.FINDING,
        re.compile(
            r"\b(?:found that|inspectors?|weakness\w*|failings?|shortcomings?|do(?:es)? not|did not|"
            r"poor\w*|lack\w*)\b",
            re.I,
        ),
    ),
)
"""In the order in which they count: praise with what must follow is a requirement."""

HEADINGS = (
    (Says.REQUIREMENT, re.compile(r"\b(?:next steps|requirements?|actions? required|what must)\b", re.I)),
    (
        Says.FINDING,
        re.compile(r"\b(?:areas? for (?:priority action|improvement)|findings?|weaknesses)\b", re.I),
    ),
    (Says.CONCERN, re.compile(r"\b(?:concerns?|challenges)\b", re.I)),
    (Says.PRAISE, re.compile(r"\b(?:progress|strengths?|what is working)\b", re.I)),
)


def sentences(letter: str) -> list[LetterSentence]:
    """The sentences of a pasted letter in order, each with its heading. Wrapped lines are joined."""
    found: list[LetterSentence] = []
    heading = ""
    for block, is_point in _blocks(letter):
        if not is_point and _is_heading(block):
            heading = block.rstrip(":")
            continue
        found += [LetterSentence(words, heading) for words in _split(block)]
    return found


def propose(sentence: LetterSentence, *, written_on: date | None) -> Proposal:
    """What the sentence seems to be. Its own words count first, then the heading it stands under."""
    if COURTESIES.search(sentence.words):
        return Proposal(Says.NOTHING, "it is a courtesy")
    says, because = _sign_in(sentence)
    due_on = deadline_in(sentence.words, after=written_on) if says is Says.REQUIREMENT else None
    return Proposal(says, because, due_on)


def _sign_in(sentence: LetterSentence) -> tuple[Says, str]:
    for says, sign in SIGNS:
        if hit := sign.search(sentence.words):
            return says, f"it says “{hit.group(0)}”"
    for says, sign in HEADINGS:
        if sign.search(sentence.heading):
            return says, f"it stands under “{sentence.heading}”"
    return Says.NOTHING, "nothing in it points elsewhere"


def _blocks(letter: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs and points of lists, each as one line, and whether it is a point."""
    held: list[str] = []
    is_point = False
    for line in [*letter.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        words = " ".join(BULLET.sub("", line).split())
        point = bool(BULLET.match(line))
        if held and (not words or point or _ends_a_heading(held, words)):
            yield " ".join(held), is_point
            held, is_point = [], False
        if words:
            is_point = is_point or point
            held.append(words)


def _ends_a_heading(held: list[str], following: str) -> bool:
    """A line that breaks off early, before one that begins like a sentence, was not merely wrapped."""
    line = held[0]
    broke_off = len(line) <= SHORT_LINE and line[-1] not in ".!?;," and following[0].isupper()
    return len(held) == 1 and (line.endswith(":") or broke_off)


def _is_heading(block: str) -> bool:
    """A short line without a full stop, or one that ends with a colon, names what follows it."""
    if block.endswith(":"):
        return len(block) <= LONGEST_HEADING
    is_short = len(block) <= LONGEST_HEADING and len(block.split()) <= 10
    return is_short and block[-1] not in ".!?;," and block[0].isupper() and not COURTESIES.search(block)


def _split(block: str) -> Iterator[str]:
    """A block's sentences; a full stop after an abbreviation ends none."""
    start = 0
    for end in END.finditer(block):
        if ABBREVIATION.search(block[: end.start()].rstrip("\"”’')]")):
            continue
        yield block[start : end.start()].strip() + block[end.start() : end.end()].strip()
        start = end.end()
    if block[start:].strip():
        yield block[start:].strip()
