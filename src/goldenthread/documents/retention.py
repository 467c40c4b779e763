"""What documents keep about a child: titles, names of files, and the bytes."""

from collections.abc import Sequence

from goldenthread.audit.kept import Declaration, Kept, KeptFiles, Way
from goldenthread.documents.models import Document, Scan, Version
from goldenthread.documents.storing import remove


def remove_bytes(people: Sequence[int]) -> int:
    """Removes the bytes of every version of every document about them."""
    names = Version.objects.filter(document__about_person_id__in=people).values_list("stored_as", flat=True)
    for name in names:
        remove(name)
    return len(names)


DECLARATION = Declaration(
    kept=[
        Kept(
            Version,
            lambda people: Version.objects.filter(document__about_person_id__in=people),
            Way.TOMBSTONE,
        ),
        Kept(
            Document,
            lambda people: Document.objects.filter(about_person_id__in=people),
            Way.BLANK,
            {"title": "", "kind": "erased"},
        ),
        Kept(
            Scan,
            lambda people: Scan.objects.filter(version__document__about_person_id__in=people),
            Way.BLANK,
            {"says": ""},
        ),
    ],
    files=[KeptFiles("documents", remove_bytes)],
)
