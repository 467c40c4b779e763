"""Turn one person's XML tree into rows of text, in one pass over its elements."""

from __future__ import annotations

from lxml import etree

from goldenthread.sen2.reading.raw import COLUMNS, Oddity, RawBatch, Row, keys_of
from goldenthread.sen2.years import LAYOUTS
from goldenthread.sen2.years.layouts import Block, Layout

MOST_ODDITIES = 20
"""For one person: whoever has more than these has shown enough, and memory stays small."""


class Shape:
    """A block as the walker meets it: tag to the place of a text in the row, or to the shape of the block
    inside."""

    __slots__ = ("blank", "inner", "other_years", "places", "table")

    def __init__(self, year: Layout, block: Block, namespace: str) -> None:
        columns = COLUMNS[block.table]
        keys = len(keys_of(block.table))
        self.table = block.table
        self.blank: Row = [None] * (keys + len(columns))
        self.places = {
            namespace + spelling: keys + columns.index(element.column)
            for element in block.elements
            for spelling in element.spellings
        }
        self.other_years = {
            namespace + spelling: keys + columns.index(element.column)
            for layout in LAYOUTS.values()
            for element in layout.blocks[block.table].elements
            for spelling in element.spellings
        }
        self.inner = {
            namespace + spelling: Shape(year, year.blocks[table], namespace)
            for table in block.holds
            for spelling in year.blocks[table].spellings
        }


class Walker:
    """Numbers people and requests and gathers their rows into batches."""

    def __init__(self, year: Layout, namespace: str) -> None:
        self.person_key = 0
        self.request_key = 0
        self.batch = RawBatch()
        self._shape = Shape(year, year.blocks["people"], namespace)
        self._room_for_oddities = 0

    def take(self) -> RawBatch:
        """The people gathered since the last time."""
        batch, self.batch = self.batch, RawBatch()
        return batch

    def walk(self, person: etree._Element) -> None:
        self.person_key += 1
        self._room_for_oddities = MOST_ODDITIES
        self._block(person, self._shape, (self.person_key,))

    def _block(self, element: etree._Element, shape: Shape, keys: tuple[int, ...]) -> None:
        row = shape.blank[:]
        row[: len(keys)] = keys
        self.batch.rows[shape.table].append(row)
        places = shape.places
        for child in element:
            place = places.get(child.tag)
            if place is None:
                self._inner_or_odd(child, shape, row)
            elif row[place] is None and not len(child):
                row[place] = child.text
            else:
                self._odd(child, shape, row, "D-81")

    def _inner_or_odd(self, child: etree._Element, shape: Shape, row: Row) -> None:
        inner = shape.inner.get(str(child.tag))
        if inner is None:
            self._stranger(child, shape, row)
        elif inner.table == "requests":
            self.request_key += 1
            self._block(child, inner, (self.request_key, self.person_key))
        else:
            self._block(child, inner, (self.request_key,))

    def _stranger(self, child: etree._Element, shape: Shape, row: Row) -> None:
        """An element that this year's block does not have: kept where another year's has it."""
        place = shape.other_years.get(str(child.tag))
        if len(child):
            self._odd(child, shape, row, "D-83")
        elif place is None:
            self._odd(child, shape, row, "D-82")
        elif row[place] is None:
            row[place] = child.text
            self._odd(child, shape, row, "D-70")
        else:
            self._odd(child, shape, row, "D-81")

    def _odd(self, child: etree._Element, shape: Shape, row: Row, rule: str) -> None:
        if not self._room_for_oddities:
            return
        self._room_for_oddities -= 1
        request_key = None if shape.table == "people" else self.request_key
        found = f"{len(child)} elements" if len(child) else (child.text or "").strip()
        name = etree.QName(child).localname
        self.batch.oddities.append(Oddity(shape.table, self.person_key, request_key, name, found, rule))
