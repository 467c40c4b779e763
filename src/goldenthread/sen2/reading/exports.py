"""Read a folder of COLLECT's CSV exports as one stream of people.

The exports are tables that refer to each other by COLLECT's keys, in no order that can be relied on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from goldenthread.sen2.reading.export_files import Export, export_name, exports_in, open_export
from goldenthread.sen2.reading.headers import header_from, layout_for
from goldenthread.sen2.reading.ordering import Keyed, Odd, Ordering
from goldenthread.sen2.reading.raw import COLUMNS, PEOPLE_IN_A_BATCH, RawBatch
from goldenthread.sen2.records import Header
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.years import LAYOUTS
from goldenthread.sen2.years.elements import YEAR_2023
from goldenthread.sen2.years.layouts import Block, Layout

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
COLLECT_DAY = re.compile(rf"(\d{{4}})-({'|'.join(MONTHS)})-(\d\d)(?: (\d\d:\d\d:\d\d))?")
SEQUENCE = re.compile(r"[0-9]{1,18}")
HOUSEKEEPING = re.compile(r"nativeid|sourceid|.*tableid|.*orderseqcolumn|")


class ExportsReading:
    """A folder of exports, opened: the header has been read, the people are still to come."""

    layout: Layout

    def __init__(self, folder: Path) -> None:
        self._exports = {table: open_export(path) for table, path in exports_in(folder).items()}
        self._texts, self._header_row = _header_texts(self._exports["return"])
        self.layout = layout_for(self._texts)
        self._ordering = Ordering()

    def header(self) -> Header:
        return header_from(self._texts, self.layout)

    def close(self) -> None:
        self._ordering.close()

    def batches(self) -> Iterator[RawBatch]:
        """Every person once, in COLLECT's order, some thousands at a time."""
        self._take(self.layout.blocks["people"], None)
        yield from self._ordering.batches(PEOPLE_IN_A_BATCH)

    def _take(self, block: Block, parent: Block | None) -> None:
        """Take in the export of a block, then those of the blocks inside it."""
        export = self._exports[block.table]
        above = parent or self.layout.blocks["return"]
        records = _Records(export, block, above).read()
        if parent is None:
            records = self._of_this_return(records, export)
        self._ordering.add(block.table, parent.table if parent else None, records, export.path.name)
        for inner in block.holds:
            self._take(self.layout.blocks[inner], block)

    def _of_this_return(self, records: Iterator[Keyed], export: Export) -> Iterator[Keyed]:
        place = self._exports["return"].place(_key_of(self.layout.blocks["return"]))
        ours = self._header_row[place] if place is not None else None
        for record in records:
            if record.parent != ours:
                raise Refused(
                    f"{export.path.name} has a person of another return (key {record.parent[:40]})."
                )
            yield record


class _Records:
    """Turns the rows of one export into records with keys."""

    def __init__(self, export: Export, block: Block, parent: Block) -> None:
        self._export = export
        self._block = block
        self._key = self._must(_key_of(block))
        self._parent = self._must(_key_of(parent))
        self._sequence = export.place(export_name(block) + "orderseqcolumn")
        columns = COLUMNS[block.table]
        self._places: list[int | None] = [None] * len(columns)
        for element in block.elements:
            self._places[columns.index(element.column)] = self._place_of(element.column, *element.spellings)
        self._strangers = self._find_strangers()

    def _must(self, name: str) -> int:
        place = self._export.place(name)
        if place is None:
            raise Refused(f"{self._export.path.name} has no column {name.lower()}.")
        return place

    def _place_of(self, column: str, *spellings: str) -> int | None:
        """Where a column stands. Those that every year has must be there; later ones may not be exported."""
        place = self._export.place(*spellings)
        if place is None and column in {e.column for e in YEAR_2023.blocks[self._block.table].elements}:
            raise Refused(f"{self._export.path.name} has no column {spellings[0].lower()}.")
        return place

    def _find_strangers(self) -> list[tuple[int, str, int | None]]:
        """Place and name of each column that this year does not have, and where in the texts it belongs."""
        used = {self._key, self._parent, self._sequence, *self._places}
        columns = COLUMNS[self._block.table]
        other_years = {
            spelling.lower(): columns.index(element.column)
            for layout in LAYOUTS.values()
            for element in layout.blocks[self._block.table].elements
            for spelling in element.spellings
        }
        return [
            (place, name, other_years.get(name))
            for place, name in enumerate(self._export.columns)
            if place not in used and not HOUSEKEEPING.fullmatch(name)
        ]

    def read(self) -> Iterator[Keyed]:
        for row in self._export.rows():
            texts = [None if place is None else _plain(row[place]) for place in self._places]
            odd = self._odd(row, texts) if self._strangers else []
            sequence = row[self._sequence].strip() if self._sequence is not None else ""
            yield Keyed(
                row[self._key].strip(),
                row[self._parent].strip(),
                int(sequence) if SEQUENCE.fullmatch(sequence) else 0,
                texts,
                odd,
            )

    def _odd(self, row: list[str], texts: list[str | None]) -> list[Odd]:
        odd: list[Odd] = []
        for place, name, belongs in self._strangers:
            text = _plain(row[place])
            if text is None:
                continue
            if belongs is None:
                odd.append((name, text, "D-82"))
            elif texts[belongs] is None:
                texts[belongs] = text
                odd.append((name, text, "D-70"))
            else:
                odd.append((name, text, "D-81"))
        return odd


def _key_of(block: Block) -> str:
    return export_name(block) + "tableid"


def _plain(text: str) -> str | None:
    """A value as the XML would have it: a day as yyyy-mm-dd, a blank as nothing."""
    text = text.strip()
    day = COLLECT_DAY.fullmatch(text)
    if day:
        year, month, number, time = day.groups()
        date = f"{year}-{MONTHS.index(month) + 1:02}-{number}"
        return date if time in (None, "00:00:00") else f"{date}T{time}"
    return text or None


def _header_texts(export: Export) -> tuple[dict[str, str | None], list[str]]:
    """The one row of the header's export, by element name, and as it stands."""
    rows = list(islice(export.rows(), 2))
    if len(rows) != 1:
        raise Refused(
            f"{export.path.name} must have one row, with year and area; it has {'more' if rows else 'none'}."
        )
    texts: dict[str, str | None] = {}
    for layout in LAYOUTS.values():
        for element in layout.blocks["return"].elements:
            place = export.place(*element.spellings)
            texts[element.spelling] = None if place is None else _plain(rows[0][place])
    return texts, [value.strip() for value in rows[0]]
