"""Documents of a case, and those about no child. Which may be asked about is for the area that owns them."""

from collections.abc import Sequence

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Document, Version


def of_case(scope: Scope, case_id: int) -> list[Version]:
    """The newest version of every document of a case that this scope was found to reach, newest first."""
    scope.require(Permission.SEE_CASES)
    newest = (
        Version.objects.filter(document__case_id=case_id)
        .order_by("document_id", "-number")
        .distinct("document_id")
    )
    versions = Version.objects.filter(pk__in=newest.values("pk")).select_related("document", "scan")
    return list(versions.order_by("-added_at", "-pk"))


def versions(scope: Scope, case_id: int, document_id: int) -> list[Version]:
    """Every version of a document of that case, newest first. Raises `NotFound`."""
    scope.require(Permission.SEE_CASES)
    found = Version.objects.filter(document=document_id, document__case_id=case_id)
    rows = list(found.select_related("document", "scan").order_by("-number"))
    if not rows:
        raise NotFound("There is no such document on this record.")
    return rows


def version(scope: Scope, case_id: int, document_id: int, number: int) -> Version:
    """One version of a document of that case. Raises `NotFound`."""
    rows = versions(scope, case_id, document_id)
    found = next((one for one in rows if one.number == number), None)
    if found is None:
        raise NotFound("There is no such version of this document.")
    return found


def document(scope: Scope, case_id: int, document_id: int) -> Document:
    """A document of that case. Raises `NotFound`."""
    return versions(scope, case_id, document_id)[0].document


def about_nobody(scope: Scope, document_ids: Sequence[int], *, under: Permission) -> dict[int, list[Version]]:
    """Every version of those documents by document, newest first; one that is about a child is left out.

    `under` is the permission by which the area that asks lets this scope read.
    """
    scope.require(under)
    rows = Version.objects.filter(document__in=document_ids, document__about_person_id__isnull=True)
    found: dict[int, list[Version]] = {}
    for row in rows.select_related("document", "scan").order_by("document_id", "-number"):
        found.setdefault(row.document_id, []).append(row)
    return found


def newest_kept(scope: Scope, document_id: int, *, under: Permission) -> Version:
    """The newest version of a document that stands on no child's record. Raises `NotFound`.

    The area that asks has found that this scope may read it, by the permission `under`.
    """
    scope.require(under)
    rows = Version.objects.filter(document=document_id, document__case_id__isnull=True)
    found = rows.select_related("document", "scan").order_by("-number").first()
    if found is None:
        raise NotFound("There is no such document.")
    return found
