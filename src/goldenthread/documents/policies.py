"""Does the state of a document allow that it is read?"""

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.documents.models import Scan, Version


def why_not_readable(version: Version) -> str:
    """Why the bytes stay in quarantine; empty where they may be read."""
    return why_closed(Scan.objects.filter(pk=version.pk).first())


def why_closed(scan: Scan | None) -> str:
    """The same by the verdict, where a query brought it along with the version."""
    if scan is None or scan.verdict == Scan.Verdict.CLEAN:
        return ""
    if scan.verdict == Scan.Verdict.FOUND:
        return "A virus was found in this document. It stays closed. Ask whoever sent it for another copy."
    return "This document waits to be checked for viruses. Try again in a few minutes."


def check_can_read(version: Version) -> None:
    """Raises `NotPossibleNow` while a version is in quarantine."""
    if reason := why_not_readable(version):
        raise NotPossibleNow(reason)
