"""Pages for the documents of a record. A record out of reach has none."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.casework import actions as casework_actions
from goldenthread.casework import queries as cases
from goldenthread.casework.filing import presenters
from goldenthread.casework.filing.forms import AddDocumentForm, NewVersionForm
from goldenthread.casework.permissions import can_record, check_can_record
from goldenthread.documents import actions, policies, queries, storing
from goldenthread.documents.checking import Refused
from goldenthread.documents.checking.judging import LARGEST
from goldenthread.ui.downloads import streamed
from goldenthread.ui.values import Link


@open_to(Permission.SEE_CASES)
@require_GET
def documents(request: ScopedRequest, reference: str) -> HttpResponse:
    """Every document of a record."""
    case = cases.case_in_reach(request.scope, reference)
    casework_actions.note_opened(case, by=request.scope)
    found = queries.of_case(request.scope, case.pk)
    values = presenters.documents_values(case, found, may_add=can_record(request.scope, case))
    return render(request, "casework/documents.html", values)


@open_to(Permission.SEE_CASES)
@require_GET
def document(request: ScopedRequest, reference: str, document_id: int) -> HttpResponse:
    """One document, every version of it."""
    case = cases.case_in_reach(request.scope, reference)
    versions = queries.versions(request.scope, case.pk, document_id)
    casework_actions.note_opened(case, by=request.scope)
    values = presenters.document_values(case, versions, may_add=can_record(request.scope, case))
    return render(request, "casework/documents.html", values)


@open_to(Permission.SEE_CASES)
@require_GET
def download(request: ScopedRequest, reference: str, document_id: int, number: int) -> HttpResponseBase:
    """The bytes, as an attachment that no browser opens by itself as a page of ours."""
    case = cases.case_in_reach(request.scope, reference)
    version = queries.version(request.scope, case.pk, document_id, number)
    policies.check_can_read(version)
    actions.note_read(version, by=request.scope)
    response = streamed(storing.pieces_of(version.stored_as), name=version.file_name, kind=version.media_type)
    response["Content-Length"] = str(version.size)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store"
    return response


@open_to(Permission.RECORD_ON_CASES)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def add_document(request: ScopedRequest, reference: str) -> HttpResponse:
    """Adds a document; a refused file says why beside the box."""
    case = cases.case_in_reach(request.scope, reference)
    check_can_record(request.scope, case)
    form = AddDocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.add(
                _brought(form),
                kind=form.cleaned_data["kind"],
                title=form.cleaned_data["title"],
                about=actions.About(case.person_id, case.pk),
                by=request.scope,
            )
            return redirect("document", reference, version.document_id)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    above = Link("Documents", reverse("documents", args=[reference]))
    return _asking(request, form, "Add a document", above)


@open_to(Permission.RECORD_ON_CASES)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def add_version(request: ScopedRequest, reference: str, document_id: int) -> HttpResponse:
    """Adds a newer version; the older ones stay."""
    case = cases.case_in_reach(request.scope, reference)
    check_can_record(request.scope, case)
    found = queries.document(request.scope, case.pk, document_id)
    form = NewVersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_version(found, _brought(form), by=request.scope)
            return redirect("document", reference, document_id)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    above = Link(found.title, reverse("document", args=[reference, document_id]))
    return _asking(request, form, "Add a newer version", above)


def _brought(form: NewVersionForm) -> actions.Brought:
    file = form.cleaned_data["file"]
    return actions.Brought(str(file.name), file.size, file.file, form.cleaned_data["submission"])


def _asking(request: ScopedRequest, form: NewVersionForm, title: str, above: Link) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "act": "Add it",
        "above": above,
        "back_words": "Back without adding one",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)
