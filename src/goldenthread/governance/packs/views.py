"""Packs: which there are, having one made, how far it is, reading it, its files, issuing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.governance.packs import actions, presenters, queries
from goldenthread.governance.packs.drawing.html import policy
from goldenthread.governance.packs.forms import MakePackForm, WhichMeetingForm
from goldenthread.governance.packs.models import Pack, PackFile
from goldenthread.governance.packs.registry import pack_kinds
from goldenthread.governance.queries.meetings import meeting, meetings
from goldenthread.governance.views.pages import form_page, page
from goldenthread.ui.downloads import download
from goldenthread.ui.values import Link
from goldenthread.ui.waiting import refreshing, watch

BUSY = (Pack.Status.WAITING, Pack.Status.WORKING)


def _may_make(request: ScopedRequest) -> bool:
    return request.scope.may(Permission.MAKE_PACKS)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def packs(request: ScopedRequest) -> HttpResponse:
    """Every pack, or those of the meeting that the address names."""
    number = WhichMeetingForm(request.GET).number()
    of = meeting(request.scope, number) if number is not None else None
    found = queries.packs(request.scope, meeting_id=number)
    return page(request, presenters.packs_values(found, of, may_make=_may_make(request)))


@open_to(Permission.MAKE_PACKS)
@require_http_methods(["GET", "POST"])
def make_pack(request: ScopedRequest) -> HttpResponse:
    """Has a pack of a chosen kind made, for a meeting or for none."""
    there = [one.row for one in meetings(request.scope) if not one.row.is_cancelled]
    form = MakePackForm(request.POST or None, kinds=list(pack_kinds().values()), meetings=there)
    if request.method == "POST" and form.is_valid():
        try:
            wanted = actions.have_pack_made(form.cleaned_data["kind"], form.meeting(), by=request.scope)
            return redirect("pack", wanted.pk)
        except NotPossibleNow as problem:
            form.add_error("meeting", str(problem))
    values = {
        "title": "Make a pack",
        "says": presenters.MAKING,
        "act": "Make it",
        "above": Link("Packs", reverse("packs")),
    }
    return form_page(request, form, values)


@open_to(Permission.MAKE_PACKS)
@require_POST
def make_pack_of_meeting(request: ScopedRequest, meeting_id: int, kind: str) -> HttpResponse:
    """The same in one click, from the page of a meeting."""
    row = meeting(request.scope, meeting_id)
    wanted = actions.have_pack_made(kind, row, by=request.scope)
    return redirect("pack", wanted.pk)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def pack(request: ScopedRequest, pack_id: int) -> HttpResponse:
    """How far a pack is; once it is ready, what it is and its files."""
    row = queries.pack(request.scope, pack_id)
    if row.status in BUSY:
        following = watch(request, seconds=2)
        context = {**presenters.waiting(row), "watch": following}
        return refreshing(render(request, "ui/patterns/waiting.html", context), following)
    files = queries.files(request.scope, row)
    values = presenters.pack_values(
        row, files, queries.contents_of(request.scope, row), may_make=_may_make(request)
    )
    return page(request, values, "packs/pack.html")


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def pack_paper(request: ScopedRequest, pack_id: int) -> HttpResponse:
    """The pack on the screen: the very page that was kept, which may run nothing and ask for nothing."""
    content = queries.bytes_of(request.scope, pack_id, PackFile.Form.HTML)
    response = HttpResponse(content, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = policy()
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def pack_file(request: ScopedRequest, pack_id: int, form: str) -> HttpResponse:
    """One file of a pack, byte for byte as it was made."""
    if form not in PackFile.Form.values:
        raise NotFound("A pack can be had as html, pdf or docx.")
    row = queries.pack(request.scope, pack_id)
    content = queries.bytes_of(request.scope, pack_id, form)
    name = f"{row.kind}-pack-{pack_id}.{form}"
    return download(content, name=name, kind=presenters.MEDIA[PackFile.Form(form)])


@open_to(Permission.MAKE_PACKS)
@require_POST
def issue_pack(request: ScopedRequest, pack_id: int) -> HttpResponse:
    """Gives the pack to everyone who reads the boards' papers."""
    actions.issue(queries.pack(request.scope, pack_id), by=request.scope)
    messages.success(request, "Issued. It stays as it is; made again, it is another pack.")
    return redirect("pack", pack_id)
