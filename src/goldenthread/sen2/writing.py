"""Write people as a year's return, one person at a time, however many there are.

Names and order come from the year's layout. A value that the year has no element for is refused, not dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import IO, Any
from xml.sax.saxutils import escape

from goldenthread.sen2.records import NESTED, RECORDS, Header, Person
from goldenthread.sen2.years import layout
from goldenthread.sen2.years.elements import COLLECTION_DETAILS, HEADER, MESSAGE, PERSONS, SOURCE
from goldenthread.sen2.years.layouts import Block, Layout

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold, even escaped (XML 1.0, section 2.2)."""

Writer = Callable[[Any, int], str]


def write_return(file: IO[bytes], header: Header, people: Iterable[Person]) -> int:
    """Write a whole return to a binary file and answer how many people it holds.

    Raises `KeyError` for a year that is not known, `ValueError` for a value that the year's return cannot
    hold.
    """
    year = layout(header.year)
    write_person = _writer(year, "people")
    file.write(b"<?xml version='1.0' encoding='utf-8'?>\n")
    file.write(f"<{MESSAGE}>\n{_header(year, header)} <{PERSONS}>\n".encode())
    count = 0
    for person in people:
        file.write(write_person(person, 2).encode())
        count += 1
    file.write(f" </{PERSONS}>\n</{MESSAGE}>\n".encode())
    return count


def _header(year: Layout, header: Header) -> str:
    block = year.blocks["return"]
    _refuse_homeless(block, header, _homeless(block))
    officers = tuple(e.column for e in block.elements if e.column not in COLLECTION_DETAILS + SOURCE)
    parts = [
        f"  <{name}>\n{_elements(block, columns, header, 3)}  </{name}>\n"
        for name, columns in (("CollectionDetails", COLLECTION_DETAILS), ("Source", SOURCE))
    ]
    # Where the designated officers stand in the file is not known: here, at the end of the header.
    return f" <{HEADER}>\n{''.join(parts)}{_elements(block, officers, header, 2)} </{HEADER}>\n"


def _elements(block: Block, columns: Iterable[str], record: object, depth: int) -> str:
    chosen = [block.element(column) for column in columns]
    return "".join(
        f"{' ' * depth}<{e.spelling}>{text}</{e.spelling}>\n"
        for e in chosen
        if (text := _text(getattr(record, e.column)))
    )


def _writer(year: Layout, table: str) -> Writer:
    """A function that writes one record of a table, with all that it holds."""
    block = year.blocks[table]
    elements = [(e.column, f"<{e.spelling}>", f"</{e.spelling}>\n") for e in block.elements]
    inner = [
        (attribute, _writer(year, held))
        for attribute, held in zip(NESTED.get(table, ()), block.holds, strict=True)
    ]
    homeless = _homeless(block)

    def write(record: Any, depth: int) -> str:
        _refuse_homeless(block, record, homeless)
        indent = " " * (depth + 1)
        parts = [f"{' ' * depth}<{block.spelling}>\n"]
        for column, opening, closing in elements:
            text = _text(getattr(record, column))
            if text:
                parts += (indent, opening, text, closing)
        for attribute, write_inner in inner:
            held = getattr(record, attribute)
            if held is not None:
                parts += (
                    write_inner(one, depth + 1) for one in (held if isinstance(held, tuple) else (held,))
                )
        parts.append(f"{' ' * depth}</{block.spelling}>\n")
        return "".join(parts)

    return write


def _homeless(block: Block) -> tuple[str, ...]:
    """Fields of a block's records that it has no element for in this year."""
    housed = {element.column for element in block.elements} | set(NESTED.get(block.table, ()))
    return tuple(f.name for f in fields(RECORDS[block.table]) if f.name not in housed)


def _refuse_homeless(block: Block, record: Any, homeless: tuple[str, ...]) -> None:
    for field in homeless:
        if getattr(record, field) is not None:
            raise ValueError(f"{block.spelling} has no element for {field} in this return year")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if NOT_IN_XML.search(text):
        raise ValueError("a text holds a control character, which no XML file may hold")
    return escape(text, {"\r": "&#13;"})  # a bare carriage return would be read back as a line feed
