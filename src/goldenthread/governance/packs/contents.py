"""What does a pack say, before it is any file? Headings, words, tables, tests and figures as frozen values.

Everything is finished text. Whoever draws it (`drawing`) adds nothing and leaves nothing out, so that the
same contents are the same paper on a screen, in print and in Word. A value refuses what a paper may not
say: a figure without its definition, day and citation; tests out of order; a heading below no heading.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from goldenthread.ui.values import State, TestName

TESTS: tuple[TestName, ...] = ("Done", "Working", "Felt", "Everywhere", "Lasting")
"""In their fixed order."""

Tone = Literal["", "lead", "note", "missing"]
Voice = Literal["forum", "families", "owner", "outside"]


class NotAPaper(ValueError):
    """These values cannot stand in a paper; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a part of the pack."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if not self.text.strip() or self.level not in (1, 2, 3):
            raise NotAPaper("a heading has words and a level from 1 to 3")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words. `lead` opens the paper, `note` is small print, `missing` says that something is not there."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What someone else wrote, as they wrote it. `voice` says whose it is: it is drawn apart from ours."""

    words: str
    who: str
    when: str = ""
    about: str = ""
    voice: Voice = "forum"

    def __post_init__(self) -> None:
        if not self.who.strip():
            raise NotAPaper("a quotation says whose words it gives")


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it is."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what they are."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column. Numbers stand right; `share` is its part of the width."""

    text: str
    number: bool = False
    share: int = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row is its name. `missing` is said in place of a table without
    rows."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    missing: str

    def __post_init__(self) -> None:
        if not self.caption.strip() or not all(head.text.strip() for head in self.heads):
            raise NotAPaper("a table has a caption, and every column a head")
        if any(len(row) != len(self.heads) for row in self.rows):
            raise NotAPaper(f"every row of “{self.caption}” has a cell under each head")
        if not self.missing.strip():
            raise NotAPaper(f"“{self.caption}” says what an empty table means")


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test of a promise: how it stands, in a sentence, and what that rests on or what it lacks."""

    __test__ = False  # not for pytest

    name: TestName
    state: State
    says: str
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """A promise and its five tests."""

    code: str
    words: str
    answers: str
    tests: tuple[TestRow, ...]

    def __post_init__(self) -> None:
        if tuple(row.name for row in self.tests) != TESTS:
            raise NotAPaper(f"{self.code}: the five tests stand in their order, each once")


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """Promises by their tests, a row each: the five states alone."""

    caption: str
    promises: tuple[Tested, ...]

    def __post_init__(self) -> None:
        if not self.promises:
            raise NotAPaper(f"“{self.caption}” is of one promise at least")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with all that it rests on. `value` is finished words; without one, `missing` says why.

    `definition` is the measure and its version, `as_at` the day, `citation` where its frozen row is found.
    """

    label: str
    value: str = ""
    missing: str = ""
    says: str = ""
    counted: str = ""
    definition: str = ""
    as_at: str = ""
    citation: str = ""

    def __post_init__(self) -> None:
        if not (self.value or self.missing):
            raise NotAPaper(f"{self.label}: a figure that is not there says why")
        if self.value and not (self.definition and self.as_at and self.citation):
            raise NotAPaper(f"{self.label}: a figure has a definition, a day and a citation")


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that are read together."""

    caption: str
    figures: tuple[Figure, ...]


Block = Heading | Paragraph | Quote | Bullets | Facts | Table | Tested | AtAGlance | Figures


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole pack. `summary` is how it stands in a sentence or two; `about` says for whom and from when."""

    kind: str
    title: str
    subtitle: str
    partnership: str
    summary: str
    about: tuple[Fact, ...]
    as_at: date
    made_at: datetime
    blocks: tuple[Block, ...]
    demonstration: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip() or self.made_at.tzinfo is None:
            raise NotAPaper("a pack has a title, and a moment with its time zone")
        level = 0
        for heading in self.headings:
            if heading.level > level + 1:
                raise NotAPaper(f"“{heading.text}” stands below no heading")
            level = heading.level

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Heading))
