"""The documents of a record in words."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.audit.clock import LONDON
from goldenthread.casework.filing.forms import KINDS
from goldenthread.casework.models import Case
from goldenthread.documents.models import Scan, Version
from goldenthread.ui.values import Cell, Column, Link, Table
from goldenthread.ui.words import moment, size

WORDS = dict(KINDS)
NOT_SCANNED = "not checked for viruses: no scanner is connected"


def documents_values(case: Case, found: Sequence[Version], *, may_add: bool) -> dict[str, Any]:
    """Values for the page of a record's documents."""
    return {
        "title": "Documents",
        "caption": f"{case.person} · {case.reference}",
        "above": Link("The record", reverse("case", args=[case.reference])),
        "table": _table(case, found) if found else None,
        "add": Link("Add a document", reverse("add-document", args=[case.reference])) if may_add else None,
    }


def _table(case: Case, found: Sequence[Version]) -> Table:
    return Table(
        columns=[Column("Title"), Column("What it is"), Column("Added"), Column("Version", number=True)],
        rows=[
            [
                Cell(one.document.title, href=reverse("document", args=[case.reference, one.document_id])),
                WORDS.get(one.document.kind, one.document.kind),
                _when(one),
                one.number,
            ]
            for one in found
        ],
        caption="Documents on this record",
        caption_shown=False,
    )


def document_values(case: Case, versions: Sequence[Version], *, may_add: bool) -> dict[str, Any]:
    """Values for the page of one document: every version, newest first."""
    document = versions[0].document
    here = [case.reference, document.pk]
    return {
        "title": document.title,
        "caption": f"{WORDS.get(document.kind, document.kind)} · {case.person} · {case.reference}",
        "above": Link("Documents", reverse("documents", args=[case.reference])),
        "table": _versions(here, versions),
        "add": Link("Add a newer version", reverse("add-version", args=here)) if may_add else None,
    }


def _versions(here: list[Any], versions: Sequence[Version]) -> Table:
    return Table(
        columns=[Column("Version"), Column("File"), Column("Size"), Column("Added"), Column("Viruses")],
        rows=[
            [
                Cell(f"Download version {one.number}", href=_download(here, one)),
                Cell(one.file_name, break_anywhere=True),
                size(one.size),
                _when(one),
                _scan(one),
            ]
            for one in versions
        ],
        caption="Every version",
        caption_shown=False,
    )


def _download(here: list[Any], version: Version) -> str:
    scan = getattr(version, "scan", None)
    closed = scan is not None and scan.verdict != Scan.Verdict.CLEAN
    return "" if closed else reverse("download-document", args=[*here, version.number])


def _scan(version: Version) -> str:
    scan = getattr(version, "scan", None)
    return NOT_SCANNED if scan is None else str(scan.get_verdict_display())


def _when(version: Version) -> str:
    return f"{moment(version.added_at.astimezone(LONDON))}, by {version.added_by_name}"
