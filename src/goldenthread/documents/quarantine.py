"""Takes a version out of quarantine, or closes it for good, by the scanner's verdict."""

from django.conf import settings
from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Scan
from goldenthread.documents.scanning import Scanner
from goldenthread.documents.storing import pieces_of, remove


def scan_version(version_id: int, *, by: Scope) -> Scan:
    """Scans one version. Raises `CannotScan`, and it stays where it is. Bytes with a virus are removed."""
    scan = Scan.objects.select_related("version__document").get(pk=version_id)
    if scan.verdict != Scan.Verdict.WAITING:
        return scan
    version = scan.version
    verdict = Scanner(settings.CLAMAV).scan(pieces_of(version.stored_as))
    with transaction.atomic():
        scan.verdict = Scan.Verdict.CLEAN if verdict.clean else Scan.Verdict.FOUND
        scan.says, scan.changed_at = verdict.found[:200], clock.now()
        scan.save()
        person_id = version.document.about_person_id
        record("checked a document for viruses", version, by=by, because=scan.verdict, person_id=person_id)
        if not verdict.clean:
            transaction.on_commit(lambda: remove(version.stored_as))
    return scan
