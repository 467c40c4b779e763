"""Where the writers of a drill bring files and letters, until pages do: by the same actions."""

from typing import BinaryIO, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.casework import queries
from goldenthread.documents import actions as documents
from goldenthread.outbox import actions as outbox
from goldenthread.outbox.models import Channel
from goldenthread.outbox.outgoing import Outgoing


@open_to(Permission.RECORD_ON_CASES)
@require_POST
def bring(request: HttpRequest, reference: str) -> HttpResponse:
    """Brings a file to a case."""
    scope = scope_of(request)
    case = queries.case_in_reach(scope, reference)
    file = cast("UploadedFile[bytes]", request.FILES["file"])
    mark = UUID(request.POST["submission"])
    brought = documents.Brought(str(file.name), file.size or 0, cast(BinaryIO, file), mark)
    about = documents.About(case.person_id, case.pk)
    documents.add(brought, kind="drill", title="A file of a drill", about=about, by=scope)
    return redirect("case", reference)


@open_to(Permission.RECORD_ON_CASES)
@require_POST
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Queues a letter about the child of a case."""
    scope = scope_of(request)
    case = queries.case_in_reach(scope, reference)
    mark = str(UUID(request.POST["submission"]))
    message = Outgoing(
        kind="drill",
        channel=Channel.POST,
        recipient="1 Nowhere Lane",
        recipient_name="A parent",
        subject="A letter of a drill",
        body=f"drill {mark}".encode(),
        idempotency_key=mark,
        about_person_id=case.person_id,
    )
    outbox.queue(message, by=scope)
    return redirect("case", reference)
