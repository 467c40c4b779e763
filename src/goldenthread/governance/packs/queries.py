"""Packs: all of them for those who make them, those issued for those who read the boards' papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.contents import Contents
from goldenthread.governance.packs.models import Pack, PackContents, PackFile
from goldenthread.governance.packs.written import read


def packs(scope: Scope, *, meeting_id: int | None = None) -> list[Pack]:
    """Packs that this person may open, the newest first; of one meeting, or of all."""
    rows = _within(scope)
    if meeting_id is not None:
        rows = rows.filter(meeting=meeting_id)
    return list(rows.order_by("-pk"))


def issued(scope: Scope, *, kind: str = "", board_id: int | None = None) -> list[Pack]:
    """Packs that were issued, the newest first: of a kind, of a board, or all."""
    rows = _within(scope).filter(issue__isnull=False)
    if kind:
        rows = rows.filter(kind=kind)
    if board_id is not None:
        rows = rows.filter(meeting__board=board_id)
    return list(rows.order_by("-issue__pk"))


def _within(scope: Scope) -> "QuerySet[Pack]":
    """What is not issued yet is there for those who make packs, and for nobody else."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = Pack.objects.select_related("meeting__board", "issue")
    return rows if scope.may(Permission.MAKE_PACKS) else rows.filter(issue__isnull=False)


def pack(scope: Scope, pack_id: int) -> Pack:
    """One pack. Raises `NotFound`, also for one that was not issued to this person."""
    found = _within(scope).select_related("after").filter(pk=pack_id).first()
    if found is None:
        raise NotFound("There is no such pack.")
    return found


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file of a pack without its bytes."""

    form: PackFile.Form
    size: int
    digest: str


def files(scope: Scope, of: Pack) -> Sequence[HeldFile]:
    """The files of a pack, in the order of reading: on a screen, in print, to work on."""
    scope.require(Permission.SEE_GOVERNANCE)
    rows = PackFile.objects.filter(pack=of).values_list("form", "size", "digest")
    order = list(PackFile.Form)
    found = [HeldFile(PackFile.Form(form), size, digest) for form, size, digest in rows]
    return sorted(found, key=lambda one: order.index(one.form))


def bytes_of(scope: Scope, pack_id: int, form: str) -> bytes:
    """One file, byte for byte as it was made. Raises `NotFound`."""
    found = PackFile.objects.filter(pack=pack(scope, pack_id), form=form).first()
    if found is None or found.content is None:
        raise NotFound("There is no such file.")
    return bytes(found.content)


def contents_of(scope: Scope, of: Pack) -> tuple[Contents, PackContents] | None:
    """What a pack says, and the row that keeps it; None before it is known."""
    scope.require(Permission.SEE_GOVERNANCE)
    row = PackContents.objects.filter(pack=of).first()
    return None if row is None else (read(row.text), row)


def pack_before(scope: Scope, *, kind: str, board_id: int | None) -> Pack | None:
    """The pack of this kind, for the same board, that was issued last."""
    found = issued(scope, kind=kind, board_id=board_id)
    return found[0] if found else None
