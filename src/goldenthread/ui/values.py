"""What does a component need to be told? Plain frozen values that presenters make and `gt` macros draw.

All text is escaped when drawn. Where a sentence has one bold fact, the fact and the rest are two arguments,
so that nobody has to write markup in Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from goldenthread.ui.charts.pen import Drawn

EMPTY = Markup()

State = Literal["yes", "not-yet", "no", "not-known", "no-evidence"]
SignalKind = Literal["better", "worse", "changed", "steady", "few"]
StepState = Literal["done", "now", "to come"]
EntryKind = Literal["happened", "now", "ahead"]
TestName = Literal["Done", "Working", "Felt", "Everywhere", "Lasting"]

STATE_WORDS: dict[State, str] = {
    "yes": "Yes",
    "not-yet": "Not yet",
    "no": "No",
    "not-known": "Not known",
    "no-evidence": "No evidence",
}


@dataclass(frozen=True)
class Link:
    """Words and where they lead; `about` is read aloud before the words and not shown."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True)
class Tie:
    """The reason that a thing rests on: a provision, cases, a source. `lead` stands before it."""

    text: str
    href: str = ""
    lead: str = ""


@dataclass(frozen=True)
class NavigationItem:
    """One entry of the main navigation."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Shell:
    """What surrounds every page: whose service, who is signed in, where one can go."""

    area: str = ""
    who: str = ""
    home: str = "/"
    account: str = ""
    """The page of one's own sign-in."""
    sign_out: str = ""
    navigation: Sequence[NavigationItem] = ()
    section: str = ""
    """The entry of the main navigation that the page is under, where it has several pages."""
    pages_of_section: Sequence[NavigationItem] = ()
    demonstration: str = ""
    footer_links: Sequence[Link] = ()
    footer_note: str = (
        "Golden Thread is open-source software. "
        "Published figures: Department for Education, Open Government Licence v3.0."
    )


@dataclass(frozen=True)
class Signal:
    """Did it change by more than noise? `words` say so; the shape goes with the kind."""

    kind: SignalKind
    words: str


@dataclass(frozen=True)
class Breach:
    """A limit in law that was passed: how late in words ("26 days late"), and why nothing excuses it."""

    how_late: str
    more: str = ""


@dataclass(frozen=True)
class TestResult:
    """One of the five tests of a promise. `limit` says who answered, or what is missing."""

    __test__ = False  # not for pytest

    name: TestName
    state: State
    says: str = ""
    limit: str = ""
    link: Link | None = None

    @property
    def loose(self) -> bool:
        """Is the thread broken here, because no evidence is tied to this test?"""
        return self.state in ("no-evidence", "not-known")

    @property
    def state_words(self) -> str:
        return STATE_WORDS[self.state]


@dataclass(frozen=True)
class Entry:
    """One entry of a child's thread. `when` and `recorded` are finished words."""

    what: str
    when: str
    kind: EntryKind = "happened"
    more: str = ""
    breach: Breach | None = None
    ties: Sequence[Tie] = ()
    recorded: str = ""
    correction: Link | None = None
    because: str = ""


@dataclass(frozen=True)
class WorkRow:
    """One child on a worklist: who; the fact and its law; the next act."""

    name: str
    href: str
    about: str
    fact: str
    more: str = ""
    breach: bool = False
    ties: Sequence[Tie] = ()
    next_step: Link | None = None
    next_more: str = ""


@dataclass(frozen=True)
class WorkGroup:
    """A group of a worklist, by harm: its head carries counts and at most one bulk act."""

    title: str
    rows: Sequence[WorkRow]
    note: str = ""
    act: Link | None = None
    others: Link | None = None
    id: str = ""


@dataclass(frozen=True)
class Figure:
    """A number with its meaning and what it rests on.

    `value` is finished words ("51.3%"). Without a value, `missing` says why ("no source yet"): never 0.
    `frozen` names the version and journal position of a figure that a board saw.
    """

    label: str
    value: str = ""
    unit: str = ""
    says: str = ""
    signal: Signal | None = None
    counted: str = ""
    as_at: str = ""
    rests_on: Tie | None = None
    missing: str = "no source yet"
    frozen: str = ""


@dataclass(frozen=True)
class DueDate:
    """A date that someone must meet, tied to its law; a date that we plan by says so in `note`."""

    name: str
    when: str
    tie: Tie | None = None
    note: str = ""
    breach: Breach | None = None


@dataclass(frozen=True)
class Row:
    """One line of a definition or a summary: a term, what it is, small print, and the way to change it."""

    term: str
    text: str
    note: str = ""
    tie: Tie | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Step:
    """One step of a long act, each also in words: "Read, done" over "12,114 people"."""

    name: str
    words: str = ""
    state: StepState = "to come"


@dataclass(frozen=True)
class Count:
    """A number and what it counts."""

    value: int | str
    words: str


@dataclass(frozen=True)
class Cell:
    """A cell that is more than a text or a number. `note` is small print; `chip` and `signal` are marks."""

    text: str | int = ""
    href: str = ""
    note: str = ""
    chip: str = ""
    alarming: bool = False
    signal: Signal | None = None
    break_anywhere: bool = False
    big: bool = False
    drawing: Markup = EMPTY


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, and on a phone its label. Numbers stand right."""

    head: str
    number: bool = False
    label: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells under columns; the first cell of a row is its name. None in a cell is "none published".

    `narrow` says what a phone does: "stack" where a row is a thing, "scroll" where columns are compared.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | str | int | float | None]]
    caption: str = ""
    caption_shown: bool = True
    narrow: Literal["stack", "scroll"] = "stack"
    missing: str = "none published"
    plain_names: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart with its caption (the finding, then what is shown), its source and its numbers."""

    finding: str
    shows: str
    drawing: Drawn
    source: Tie | None = None
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True)
class Option:
    """One choice of a filter."""

    value: str
    text: str
    chosen: bool = False


@dataclass(frozen=True)
class Filter:
    """One select in the filter bar above a list."""

    name: str
    label: str
    options: Sequence[Option]


@dataclass(frozen=True)
class Page:
    """Which page of a long list this is. `href` leads to page n by replacing {page}."""

    number: int
    of: int
    href: str

    def at(self, number: int) -> str:
        """The address of page `number`."""
        return self.href.replace("{page}", str(number))

    @property
    def shown(self) -> list[int | None]:
        """First, last, this one and its neighbours; None where pages are left out."""
        near = {1, self.of, self.number - 1, self.number, self.number + 1}
        numbers = sorted(number for number in near if 1 <= number <= self.of)
        shown: list[int | None] = []
        for number in numbers:
            if shown and shown[-1] is not None and number - shown[-1] > 1:
                shown.append(None)
            shown.append(number)
        return shown


@dataclass(frozen=True)
class Mark:
    """A knot on the clock: the day of it, what it is, one short note, and whether it happened."""

    day: int
    name: str
    note: str = ""
    happened: bool = True


@dataclass(frozen=True)
class Clock:
    """Request to limit: `length` days in all, `today` the day that it is. It never pauses."""

    length: int
    today: int
    headline: str
    says: str
    described: str
    marks: Sequence[Mark] = field(default_factory=tuple)
