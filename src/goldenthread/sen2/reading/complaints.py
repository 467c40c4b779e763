"""What does the XML parser's complaint mean to the person who sent the file?"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

LONGEST_REASON = 120

SENTENCES = {
    "ERR_INVALID_ENCODING": "The file holds bytes that are not text in the encoding that it states",
    "ERR_UNDECLARED_ENTITY": "The file uses an entity, which a SEN2 return may not",
    "ERR_INVALID_CHAR": "The file holds a control character, which no XML may",
    "ERR_DOCUMENT_END": "The file goes on after the end of the return",
    "ERR_RESOURCE_LIMIT": "Elements are nested deeper, or a text is longer, than in any SEN2 return",
}
"""The parser's name of an error to the sentence that says it in plain words."""


@dataclass(slots=True)
class Extent:
    """How far a file has been fed to the parser: lines, and characters on the last of them."""

    lines: int = 1
    on_last: int = 0

    def add(self, chunk: bytes) -> None:
        newlines = chunk.count(b"\n")
        self.lines += newlines
        self.on_last = len(chunk) - chunk.rfind(b"\n") - 1 if newlines else self.on_last + len(chunk)

    def ends_at(self, line: int, column: int) -> bool:
        """Does the fed part end there, give or take a tag?"""
        return line == self.lines and column > self.on_last - LONGEST_TAG


LONGEST_TAG = 100


def complaint(error: etree.XMLSyntaxError, parser: etree.XMLPullParser, fed: Extent) -> str:
    """One sentence with line and column."""
    # The parser's own log knows more than the error: of an entity nobody declared, only the log tells.
    last = parser.feed_error_log.last_error
    line, column = (last.line, last.column) if last is not None else error.position
    where = f"line {line}, column {column}"
    if last is not None and last.type_name in SENTENCES:
        return f"{SENTENCES[last.type_name]} ({where})."
    if fed.ends_at(line, column):
        return f"The file ends in the middle of a record ({where}): it was cut short. Make the file again."
    reason = str(last.message if last is not None else error.msg).strip().rstrip(".")
    if len(reason) > LONGEST_REASON:
        reason = reason[:LONGEST_REASON] + "…"
    return f"The file is not well-formed XML ({where}): {reason}."
