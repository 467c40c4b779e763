"""Which bytes does no row name, because an upload was cut off between the two? They are removed."""

from django.db import transaction

from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Document, Version
from goldenthread.documents.storing import names, remove, stored_long_ago


def collect_orphans(*, by: Scope) -> int:
    """Removes bytes that were stored more than a day ago and that no version names; how many."""
    named = set(Version.objects.values_list("stored_as", flat=True))
    orphans = [name for name in names() if name not in named and stored_long_ago(name)]
    for name in orphans:
        remove(name)
    if orphans:
        with transaction.atomic():
            record("collected bytes of no document", Document, by=by, details={"files": len(orphans)})
    return len(orphans)
