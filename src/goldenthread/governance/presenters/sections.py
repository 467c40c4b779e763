"""The parts that every page of a board is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.ui.values import Cell, Entry, Link, Table

Cells = list[Cell | str | int | float | None]
EXAMPLE = "Example: invented for the demonstration."


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under its heading: a table, entries, or paragraphs; `empty` where there is nothing."""

    heading: str
    table: Table | None = None
    entries: Sequence[Entry] = ()
    paragraphs: Sequence[str] = ()
    empty: str = ""
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands under the title because it is missing, or has to be known first."""

    fact: str
    more: str = ""


def noticed(sentences: Sequence[str]) -> Notice | None:
    """Sentences as one notice; None where there are none."""
    return Notice(sentences[0], " ".join(sentences[1:])) if sentences else None


def paragraphs_of(words: str) -> list[str]:
    """What was typed with empty lines between, as paragraphs."""
    return [part.strip() for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()]


def example_note(is_example: bool) -> str:
    return "Example" if is_example else ""


def notes(*parts: str) -> str:
    """Small print of several parts, each a sentence."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
