"""What casework keeps about a child: entries, where a case stands, and what a brought return said of them.

The files of a return that declared them go whole, with its findings: they hold whole areas, and what they
say of others is in the journal since they were loaded.
"""

import shutil
from collections.abc import Sequence

from django.db.models import QuerySet

from goldenthread.audit.kept import Declaration, Kept, KeptFiles, Way
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.loading.keeping import facts_folder
from goldenthread.casework.models import Case, Entry, Finding, Return, Standing


def returns_of(people: Sequence[int]) -> QuerySet[Return]:
    """The returns that declared one of these people."""
    declared = Entry.objects.filter(case__person__in=people, declared_in__isnull=False)
    return Return.objects.filter(pk__in=declared.values("declared_in"))


def remove_files(people: Sequence[int]) -> int:
    """Removes what was kept of the returns that declared them."""
    removed = 0
    for digest in returns_of(people).values_list("digest", flat=True):
        folder = facts_folder(digest).parent
        if folder.is_dir():
            removed += sum(path.is_file() for path in folder.rglob("*"))
            shutil.rmtree(folder)
    return removed


def _events(people: Sequence[int]) -> QuerySet[AuditEvent]:
    """Acts on their cases from before events named the person themselves."""
    cases = [str(pk) for pk in Case.objects.filter(person__in=people).values_list("pk", flat=True)]
    events = AuditEvent.objects.filter(subject_kind="casework.Case", subject_id__in=cases, person_id=None)
    return events.exclude(because="", details={})


DECLARATION = Declaration(
    kept=[
        Kept(Entry, lambda people: Entry.objects.filter(case__person__in=people), Way.TOMBSTONE),
        Kept(AuditEvent, _events, Way.TOMBSTONE),
        Kept(Standing, lambda people: Standing.objects.filter(case__person__in=people), Way.DELETE),
        Kept(Finding, lambda people: Finding.objects.filter(found_in__in=returns_of(people)), Way.DELETE),
    ],
    files=[KeptFiles("files of returns", remove_files)],
    not_of_a_child={
        "casework.Case": "a reference, and who held it",
        "casework.Return": "that a file was brought; what it held is in findings, entries and files",
    },
)
