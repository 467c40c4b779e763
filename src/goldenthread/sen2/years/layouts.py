"""What does a year's return look like: which elements, in which blocks, in which order, with which codes?

A layout is a value. The next year's is this one with changes, so that a year reads as what it changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Mark(Enum):
    """How well we know that the return has it so. Nothing here was read in the Department's own
    specification."""

    CONFIRMED = "confirmed"
    """Stated by software or help pages that read or write the real return."""
    INFERRED = "inferred"
    """Deduced from confirmed facts; to be checked against the specification before a live return."""


@dataclass(frozen=True, slots=True)
class Element:
    """One item of the return: the column of the facts that holds it and how the file spells it."""

    column: str
    spelling: str
    variants: tuple[str, ...] = ()
    """Other spellings met in files; accepted when read, never written."""
    mark: Mark = Mark.CONFIRMED

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.spelling, *self.variants)


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of record in the file: the table of the facts that holds it and the elements in file order."""

    table: str
    spelling: str
    elements: tuple[Element, ...]
    variants: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    """Tables of the blocks inside this one, in file order, after its own elements."""

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.spelling, *self.variants)

    def element(self, column: str) -> Element:
        """The element that a column of the facts comes from. Raises `KeyError` where the year has none."""
        for element in self.elements:
            if element.column == column:
                return element
        raise KeyError(f"{self.spelling} has no element for {column}")

    def without(self, *columns: str) -> Block:
        for column in columns:
            self.element(column)
        return replace(self, elements=tuple(e for e in self.elements if e.column not in columns))

    def plus(self, *elements: Element, before: str | None = None) -> Block:
        """This block with further elements, before the element of a column or at the end."""
        at = len(self.elements) if before is None else self.elements.index(self.element(before))
        return replace(self, elements=(*self.elements[:at], *elements, *self.elements[at:]))

    def instead_of(self, column: str, element: Element) -> Block:
        at = self.elements.index(self.element(column))
        return replace(self, elements=(*self.elements[:at], element, *self.elements[at + 1 :]))


@dataclass(frozen=True, slots=True)
class CodeSet:
    """The codes that an element may hold, with their meanings."""

    codes: Mapping[str, str]
    mark: Mark = Mark.CONFIRMED

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def plus(self, **codes: str) -> CodeSet:
        return replace(self, codes={**self.codes, **codes})


@dataclass(frozen=True, slots=True)
class Layout:
    """The return of one year."""

    year: int
    blocks: Mapping[str, Block]
    """By table of the facts; "return" is the header."""
    codes: Mapping[tuple[str, str], CodeSet]
    """By table and column. An element whose codes are not known is absent: any value is accepted there."""
    required: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Items added later that are compulsory this year, by table and column."""

    def next(
        self,
        *blocks: Block,
        codes: Mapping[tuple[str, str], CodeSet] | None = None,
        required: frozenset[tuple[str, str]] = frozenset(),
    ) -> Layout:
        """Next year's layout: this one with these blocks and code sets in place of the old.

        The codes of an element that is no longer there go with it.
        """
        held = {**self.blocks, **{block.table: block for block in blocks}}
        columns = {(table, element.column) for table, block in held.items() for element in block.elements}
        return Layout(
            year=self.year + 1,
            blocks=held,
            codes={at: known for at, known in {**self.codes, **(codes or {})}.items() if at in columns},
            required=self.required | required,
        )

    def unconfirmed(self) -> list[str]:
        """What a person must check against the year's specification before a live return, in words."""
        items = [
            f"{block.spelling}/{element.spelling}: spelling or place"
            for block in self.blocks.values()
            for element in block.elements
            if element.mark is not Mark.CONFIRMED
        ]
        return items + [
            f"{self.blocks[table].spelling}/{self.blocks[table].element(column).spelling}: codes"
            for (table, column), code_set in self.codes.items()
            if code_set.mark is not Mark.CONFIRMED
        ]
