"""What is packed inside an office file or a PDF that would run, reach out, or burst open?"""

import re
import zipfile
import zlib
from typing import BinaryIO

from goldenthread.documents.checking.kinds import Kind

LARGEST_UNPACKED = 500_000_000
MOST_TIMES_LARGER = 200
"""Text packs some ten times smaller; a bomb a thousand times and more."""
MOST_MEMBERS = 10_000
SMALL = 1_000_000
"""Octets: below this a high ratio harms nobody."""

MACROS = ("vbaproject.bin", "vbadata.xml", "activex", "macrosheets/", "basic/", "scripts/")
EMBEDDED = ("embeddings/", "oleobject")
REMOTE = re.compile(
    rb'Target(?:Mode)?="External"[^>]*(?:attachedTemplate|oleObject|frame|subDocument)'
    rb'|(?:attachedTemplate|oleObject|frame|subDocument)"[^>]*TargetMode="External"'
)
PDF_RUNS = re.compile(rb"/(?:(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)\b|XFA(?=[\s\[]))")
"""Names that are long enough not to turn up by chance in a packed picture. Every script is a /JavaScript
action."""
PDF_LOCKED = re.compile(rb"/Encrypt\b")
PDF_STREAM = re.compile(rb"stream\r?\n")
MOST_STREAMS = 20_000


def why_archive_is_refused(archive: zipfile.ZipFile, kind: Kind) -> str:
    """The reason why an office file must not come in; empty where there is none."""
    members = archive.infolist()
    names = {member.filename.lower() for member in members}
    if len(members) > MOST_MEMBERS or _bursts(archive, members):
        return "The file unpacks to far more than it weighs, as files made to do harm do. It was not kept."
    if kind.zipped_with not in names:
        return f"The name says {kind.words}, and the file is something else. Save it again."
    if any(".." in name.split("/") or name.startswith("/") for name in names):
        return "The file has parts that would be written outside it. It was not kept."
    if any(part in name for name in names for part in MACROS):
        return "The file holds macros, which are programs. Save it without macros, and choose that."
    if any(part in name for name in names for part in EMBEDDED):
        return "The file holds other files inside it. Add each of them by itself."
    if any(REMOTE.search(archive.read(one)) for one in members if one.filename.endswith(".rels")):
        return "The file fetches parts of itself from elsewhere. Save it as a PDF, and choose that."
    return ""


def _bursts(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bool:
    """What the archive claims of its sizes is not trusted: each member is unpacked, in pieces, and
    counted."""
    total = 0
    for member in members:
        unpacked = 0
        with archive.open(member) as inner:
            while piece := inner.read(1 << 16):
                unpacked += len(piece)
                total += len(piece)
                packed = max(member.compress_size, 1)
                if total > LARGEST_UNPACKED or (unpacked > SMALL and unpacked > packed * MOST_TIMES_LARGER):
                    return True
    return False


def why_pdf_is_refused(file: BinaryIO) -> str:
    """The reason why a PDF must not come in: it runs something, or holds files."""
    content = file.read()
    if PDF_LOCKED.search(content):
        return "The PDF is locked with a password. Save it without one, and choose that."
    if PDF_RUNS.search(_without_escapes(content)) or _in_packed_objects(content):
        return "The PDF holds a script or files inside it. Print it to a new PDF, and choose that."
    return ""


def _without_escapes(content: bytes) -> bytes:
    """Names in a PDF may be written with #XX for a letter: /J#61vaScript is /JavaScript."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), content)


def _in_packed_objects(content: bytes) -> bool:
    """Objects may be packed into streams; each stream is unpacked as far as a small limit and looked at."""
    for found, start in enumerate(PDF_STREAM.finditer(content)):
        if found > MOST_STREAMS:
            return True
        head = content[max(0, start.start() - 400) : start.start()]
        if b"/ObjStm" not in head.rpartition(b"obj")[2]:
            continue
        try:
            unpacked = zlib.decompressobj().decompress(content[start.end() :], 5_000_000)
        except zlib.error:
            continue
        if PDF_RUNS.search(_without_escapes(unpacked)):
            return True
    return False
