"""Read the return's XML as a stream: one person's tree in memory at a time, nothing fetched, nothing
expanded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from lxml import etree

from goldenthread.sen2.reading.complaints import Extent, complaint
from goldenthread.sen2.reading.first_bytes import refuse_what_is_not_xml
from goldenthread.sen2.reading.headers import header_from, layout_for
from goldenthread.sen2.reading.raw import PEOPLE_IN_A_BATCH, RawBatch
from goldenthread.sen2.reading.walk import Walker
from goldenthread.sen2.records import Header
from goldenthread.sen2.refusal import Refused
from goldenthread.sen2.years import LAYOUTS
from goldenthread.sen2.years.elements import HEADER, MESSAGE, PERSONS
from goldenthread.sen2.years.layouts import Layout

CHUNK = 1 << 16
LARGEST_RECORD = 4 << 20
"""Bytes. A person takes some kilobytes: what reaches 4 MB without an end is not one person."""
LARGEST_BATCH = 32 << 20
"""Bytes of file behind one batch, so that long texts cannot fill the memory either."""

HARDENED: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "remove_blank_text": True,
    "collect_ids": False,
}


class XmlReading:
    """A return in XML, opened: the header has been read, the people are still to come."""

    layout: Layout

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._persons: etree._Element | None = None
        self._header: etree._Element | None = None
        self._texts: dict[str, str | None] = {}
        self._fed_since_person = self._fed_since_batch = 0
        self._extent = Extent()
        self._ended = False
        try:
            self._open()
        except BaseException:
            self._file.close()
            raise

    def _open(self) -> None:
        first = self._file.read(CHUNK)
        refuse_what_is_not_xml(first)
        self._namespace = _namespace_of(first)
        self._person = self._namespace + next(iter(LAYOUTS.values())).blocks["people"].spelling
        tags = [self._namespace + name for name in (HEADER, PERSONS)] + [self._person]
        self._parser = etree.XMLPullParser(events=("start", "end"), tag=tags, **HARDENED)
        self._feed(first)
        while self._persons is None:
            self._look_for_persons()
        self._texts = _texts_under(self._header)
        self.layout = layout_for(self._texts)

    def header(self) -> Header:
        return header_from(self._texts, self.layout)

    def close(self) -> None:
        self._file.close()

    def batches(self) -> Iterator[RawBatch]:
        """Every person once, in file order, some thousands at a time."""
        walker = Walker(self.layout, self._namespace)
        try:
            while True:
                for event, element in self._events():
                    if event == "end" and element.tag == self._person:
                        self._check_place(element)
                        walker.walk(element)
                        _forget(element)
                        self._fed_since_person = 0
                    elif event == "start" and element is not self._persons and element.tag != self._person:
                        raise Refused(f"The file has a second {_name(element)} (line {element.sourceline}).")
                if len(walker.batch) >= PEOPLE_IN_A_BATCH or self._fed_since_batch > LARGEST_BATCH:
                    yield walker.take()
                    self._fed_since_batch = 0
                if self._ended:
                    break
                self._feed(self._file.read(CHUNK))
            self._read_what_follows()
            if len(walker.batch) or not walker.person_key:
                yield walker.take()
        finally:
            self._file.close()

    def _events(self) -> Iterator[tuple[str, etree._Element]]:
        # With start and end events alone, what comes with an event is always an element.
        return cast("Iterator[tuple[str, etree._Element]]", self._parser.read_events())

    def _feed(self, chunk: bytes) -> None:
        self._extent.add(chunk)
        try:
            if chunk:
                self._parser.feed(chunk)
            else:
                self._ended = True
                self._root = self._parser.close()
        except etree.XMLSyntaxError as error:
            raise Refused(complaint(error, self._parser, self._extent)) from None
        self._fed_since_person += len(chunk)
        self._fed_since_batch += len(chunk)
        if self._fed_since_person > LARGEST_RECORD:
            raise Refused(
                f"The file runs on for more than {LARGEST_RECORD >> 20} MB "
                "without the end of a person's record."
            )

    def _look_for_persons(self) -> None:
        for event, element in self._events():
            if element.tag == self._namespace + HEADER:
                self._header = element if event == "end" else self._header
            elif event == "start" and element.tag == self._namespace + PERSONS:
                self._persons = element
                break
            else:
                raise Refused(f"A person stands outside {PERSONS} (line {element.sourceline}).")
        if self._persons is None:
            if self._ended:
                raise Refused(f"The file has no {PERSONS}: it does not look like a SEN2 return.")
            self._feed(self._file.read(CHUNK))
        elif self._header is None:
            raise Refused(f"The file has no {HEADER} before {PERSONS}: year and area are not known.")

    def _check_place(self, person: etree._Element) -> None:
        if person.getparent() is not self._persons:
            raise Refused(f"A person stands outside {PERSONS} (line {person.sourceline}).")
        before = person.getprevious()
        while before is not None:
            if before.tag != self._person:
                raise Refused(
                    f"{PERSONS} holds {_name(before)}, which is not a person (line {before.sourceline})."
                )
            before = before.getprevious()

    def _read_what_follows(self) -> None:
        """Items about the authority may stand after the people: where they belong is not known."""
        assert self._persons is not None
        last = self._persons[-1] if len(self._persons) else None
        if last is not None and last.tag != self._person:
            raise Refused(f"{PERSONS} holds {_name(last)}, which is not a person (line {last.sourceline}).")
        for element in self._root:
            if element is not self._persons and element is not self._header:
                for name, text in _texts_under(element).items():
                    self._texts.setdefault(name, text)


def _namespace_of(first: bytes) -> str:
    """The namespace of the root as lxml writes it before a tag, or "". Refuses another root and a
    document type."""
    parser = etree.XMLPullParser(events=("start",), **HARDENED)
    try:
        parser.feed(first)
    except etree.XMLSyntaxError as error:
        # A file with its fault in the first stretch still gets the parser's own reason.
        extent = Extent()
        extent.add(first)
        raise Refused(complaint(error, parser, extent)) from None
    for _, root in cast("Iterator[tuple[str, etree._Element]]", parser.read_events()):
        name = _name(root)
        if name != MESSAGE:
            raise Refused(
                f"The file's outermost element is {_short(name)}, not {MESSAGE}: it is not a SEN2 return."
            )
        return str(root.tag)[: -len(MESSAGE)]
    raise Refused(f"The file begins like XML but has no {MESSAGE} in its first {CHUNK >> 10} KB.")


def _forget(person: etree._Element) -> None:
    """Free a person's tree and those before it, so that memory does not grow with the file."""
    person.clear()
    parent = person.getparent()
    assert parent is not None
    while person.getprevious() is not None:
        del parent[0]


def _texts_under(element: etree._Element | None) -> dict[str, str | None]:
    """Local name to text of every element that holds no other, however they are grouped."""
    if element is None:
        return {}
    return {_name(leaf): (leaf.text or "").strip() or None for leaf in element.iter() if not len(leaf)}


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
