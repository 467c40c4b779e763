"""What is this file, by its first bytes? Refuses whatever is not XML in an encoding that we read, saying
what it is."""

from __future__ import annotations

import codecs
import re

from goldenthread.sen2.refusal import Refused

KINDS = {
    b"PK\x03\x04": "a zip file or an Excel workbook: take the XML out of it, or export the return as XML",
    b"\x1f\x8b": "a compressed (gzip) file: unpack it first",
    b"7z\xbc\xaf": "a compressed (7z) file: unpack it first",
    b"Rar!": "a compressed (rar) file: unpack it first",
    b"%PDF": "a PDF: give the XML that was sent to COLLECT",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file: export the return as XML",
    b"PAR1": "a Parquet file: give the return itself",
    b"\x7fELF": "a program",
}
"""First bytes of files that people send by mistake, and what to tell them."""

WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

READABLE = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "cp1252"}
"""Encodings that a return may state. All agree on the characters that markup is made of."""

DECLARED = re.compile(r"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def refuse_what_is_not_xml(first: bytes) -> None:
    """Look at the first stretch of a file (some 64 KB). Raises `Refused` unless it is XML that may be
    parsed."""
    if not first.strip():
        raise Refused("The file is empty.")
    for mark, what in KINDS.items():
        if first.startswith(mark):
            raise Refused(f"The file is not XML but {what}.")
    start = _decoded(first).lstrip()
    if not start.startswith("<"):
        raise Refused(
            "The file is not XML: it does not begin with “<”. "
            "For COLLECT's CSV exports, give the folder that holds them."
        )
    if re.search(r"<!\s*(DOCTYPE|ENTITY)", start, re.IGNORECASE):
        # Entities could fetch files or swell to gigabytes; a return has no use for them.
        raise Refused("The file declares a document type or entities, which a SEN2 return may not.")


def _decoded(first: bytes) -> str:
    """The stretch as text, as far as its markup goes. Refuses an encoding that is not the one stated."""
    wide = WIDE.get(first[:2])
    text = (
        first[2:].decode(wide, "replace") if wide else first.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    )
    if "\0" in text:
        raise Refused(
            "The file holds NUL characters: it is not text, or it is in an encoding that it does not state."
        )
    stated = DECLARED.match(text.lstrip())
    encoding = stated.group(1).lower() if stated else None
    if wide:
        if encoding and not encoding.startswith("utf-16"):
            raise Refused(f"The file says it is {encoding} but is in UTF-16: save it as UTF-8.")
    elif encoding and encoding.startswith("utf-16"):
        raise Refused("The file says it is UTF-16 but is not: save it as UTF-8.")
    elif encoding and encoding not in READABLE:
        raise Refused(f"The file is in the encoding {encoding}, which is not read here: save it as UTF-8.")
    return text
