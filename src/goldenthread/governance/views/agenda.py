"""Pages of an agenda and its papers."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.documents import actions as documents
from goldenthread.documents import storing
from goldenthread.documents.checking import Refused
from goldenthread.documents.checking.judging import LARGEST
from goldenthread.documents.policies import check_can_read
from goldenthread.governance.actions import agenda as actions
from goldenthread.governance.forms.agenda import ItemForm, PaperForm, ReplacePaperForm, SayWhoSeesForm
from goldenthread.governance.forms.meetings import BecauseForm
from goldenthread.governance.models import Paper
from goldenthread.governance.presenters.papers import paper_values
from goldenthread.governance.queries import meetings, papers
from goldenthread.governance.views.meetings import to_meeting
from goldenthread.governance.views.pages import asks, form_page, may_keep, page
from goldenthread.improvement.queries.risks import open_promises
from goldenthread.ui.downloads import streamed
from goldenthread.ui.values import Link


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_item(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Adds an item to the agenda."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    form = ItemForm(request.POST or None, promises=open_promises(request.scope), places=len(found.items))
    if request.method == "POST" and form.is_valid():
        actions.add_item(found.row, form.details(), by=request.scope)
        messages.success(request, "Added to the agenda.")
        return redirect("meeting", found.row.pk)
    values = asks("Add an item to the agenda", act="Add it", above=to_meeting(found.row))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def change_item(request: ScopedRequest, item_id: int) -> HttpResponse:
    """Changes an item or its place."""
    row = meetings.item(request.scope, item_id)
    form = ItemForm(request.POST or None, promises=open_promises(request.scope), places=0, item=row)
    if request.method == "POST" and form.is_valid():
        actions.change_item(row, form.details(), by=request.scope)
        messages.success(request, "Changed.")
        return redirect("meeting", row.meeting_id)
    values = asks("Change this item", act="Change it", above=to_meeting(row.meeting))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def remove_item(request: ScopedRequest, item_id: int) -> HttpResponse:
    """Takes an item off the agenda."""
    row = meetings.item(request.scope, item_id)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meeting = row.meeting_id
        actions.remove_item(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Taken off the agenda.")
        return redirect("meeting", meeting)
    values = asks(f"Take “{row.title}” off the agenda?", act="Take it off", above=to_meeting(row.meeting))
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def add_paper(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Adds a paper; a refused file says why beside the box."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    form = PaperForm(request.POST or None, request.FILES or None, items=found.items)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_paper(found.row, form.brought(), form.details(), by=request.scope)
            messages.success(request, "The paper is there.")
            return redirect("meeting", found.row.pk)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return form_page(request, form, asks("Add a paper", act="Add it", above=to_meeting(found.row)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def paper(request: ScopedRequest, paper_id: int) -> HttpResponse:
    """One paper: every version of it, and who may see it."""
    row = papers.paper(request.scope, paper_id)
    versions = papers.versions_of(request.scope, row)
    return page(request, paper_values(row, versions, may_keep=may_keep(request)))


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def paper_file(request: ScopedRequest, paper_id: int, number: int) -> HttpResponseBase:
    """The bytes, as an attachment that no browser opens by itself as a page of ours."""
    version = papers.paper_version(request.scope, paper_id, number)
    check_can_read(version)
    documents.note_read(version, by=request.scope)
    response = streamed(storing.pieces_of(version.stored_as), name=version.file_name, kind=version.media_type)
    response["Content-Length"] = str(version.size)
    response["Cache-Control"] = "no-store"
    return response


def _to_paper(row: Paper) -> Link:
    return Link(row.title, reverse("paper", args=[row.pk]))


@open_to(Permission.KEEP_GOVERNANCE)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def replace_paper(request: ScopedRequest, paper_id: int) -> HttpResponse:
    """A newer version; the older ones stay."""
    row = papers.paper(request.scope, paper_id)
    form = ReplacePaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            because = form.cleaned_data["because"]
            actions.replace_paper(row, form.brought(), because=because, by=request.scope)
            messages.success(request, "The newer version is there. The older ones stay.")
            return redirect("paper", row.pk)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return form_page(request, form, asks("Bring a newer version", act="Bring it", above=_to_paper(row)))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def say_who_sees(request: ScopedRequest, paper_id: int) -> HttpResponse:
    """Who may see a paper."""
    row = papers.paper(request.scope, paper_id)
    form = SayWhoSeesForm(request.POST or None, paper=row)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.say_who_sees(
            row,
            visibility=Paper.Visibility(cleaned["visibility"]),
            restricted_because=cleaned["restricted_because"],
            because=cleaned["because"],
            by=request.scope,
        )
        messages.success(request, "Kept.")
        return redirect("paper", row.pk)
    says = "What was released to the public already stays in that release until it is taken down."
    values = asks("Who may see this paper?", act="Keep this", says=says, above=_to_paper(row))
    return form_page(request, form, values)
