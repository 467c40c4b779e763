"""Pages of evidence: adding, checking, correcting and withdrawing it, its files, and the matrix."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.documents import policies, storing
from goldenthread.documents.actions import note_read
from goldenthread.documents.checking import Refused
from goldenthread.documents.checking.judging import LARGEST
from goldenthread.documents.queries import newest_kept
from goldenthread.improvement.actions import evidence as actions
from goldenthread.improvement.forms.evidence import CheckForm, EvidenceForm, Offered, WithdrawForm
from goldenthread.improvement.models import Evidence, Promise
from goldenthread.improvement.permissions import why_not_from_outside
from goldenthread.improvement.presenters import evidence as presenters
from goldenthread.improvement.presenters import matrix as matrix_presenters
from goldenthread.improvement.queries import evidence as queries
from goldenthread.improvement.queries import matrix as matrix_queries
from goldenthread.improvement.queries import plans as plan_queries
from goldenthread.improvement.views.pages import asks, form_page, page
from goldenthread.ui.downloads import download, streamed
from goldenthread.ui.values import Link

NEEDS_A_CHECK = "Added. It counts for nothing until someone outside has checked it."


def _chosen_document(request: ScopedRequest) -> int | None:
    typed = request.GET.get("document", "")
    return int(typed) if typed.isdecimal() and len(typed) < 15 else None


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def matrix(request: ScopedRequest) -> HttpResponse:
    """What was asked, by the evidence that it is met; gaps first."""
    found = matrix_queries.matrix(request.scope, origin_id=_chosen_document(request))
    links = [Link("Plans", reverse("plans"))]
    if request.scope.may(Permission.CHECK_EVIDENCE):
        links.append(Link("Evidence to check", reverse("evidence-to-check")))
    values = {**matrix_presenters.matrix_values(found), "links": links}
    return page(request, "improvement/evidence_matrix.html", values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def matrix_as_file(request: ScopedRequest) -> HttpResponse:
    """The matrix as a spreadsheet, with what this reader may see."""
    found = matrix_queries.matrix(request.scope, origin_id=_chosen_document(request))
    content = matrix_presenters.as_csv(found)
    return download(content, name="evidence-matrix.csv", kind="text/csv; charset=utf-8")


@open_to(Permission.CHECK_EVIDENCE)
@require_GET
def to_check(request: ScopedRequest) -> HttpResponse:
    """What nobody has checked, and what of it this reader can."""
    scope = request.scope
    waiting = [(one, why_not_from_outside(scope, one.row)) for one in queries.waiting_for_a_check(scope)]
    values = {
        "table": presenters.to_check_table(waiting) if waiting else None,
        "above": Link("Evidence", reverse("evidence-matrix")),
    }
    return page(request, "improvement/evidence_to_check.html", values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def item(request: ScopedRequest, evidence_id: int) -> HttpResponse:
    """One item with its checks."""
    scope = request.scope
    one = queries.item(scope, evidence_id)
    may_check = scope.may(Permission.CHECK_EVIDENCE)
    values = presenters.item_values(
        one,
        why_not=why_not_from_outside(scope, one.row) if may_check else "",
        may_check=may_check,
        may_keep=scope.may(Permission.KEEP_EVIDENCE),
    )
    return page(request, "improvement/evidence_item.html", values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def file(request: ScopedRequest, evidence_id: int) -> HttpResponseBase:
    """The file of an item, for who may see the item."""
    one = queries.item(request.scope, evidence_id)
    return bytes_of(one, by=request.scope, under=Permission.SEE_IMPROVEMENT)


def bytes_of(one: queries.CountedEvidence, *, by: Scope, under: Permission) -> HttpResponseBase:
    """The bytes of an item that was found for this reader; they are kept as read. Raises `NotFound`."""
    if one.row.document_id is None or not one.is_shown:
        raise NotFound("There is no file here.")
    version = newest_kept(by, one.row.document_id, under=under)
    policies.check_can_read(version)
    note_read(version, by=by)
    response = streamed(storing.pieces_of(version.stored_as), name=version.file_name, kind=version.media_type)
    response["Content-Length"] = str(version.size)
    response["Cache-Control"] = "no-store"
    return response


@open_to(Permission.KEEP_EVIDENCE)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def add_evidence(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Asks which kind it is, then about the item itself."""
    work = plan_queries.promise_page(request.scope, promise_id)
    kind = request.GET.get("kind", "")
    if kind not in Evidence.Kind.values:
        return render(request, "improvement/evidence_kinds.html", presenters.kinds_to_add(work.row))
    form = _form(request, work, Evidence.Kind(kind))
    if request.method == "POST" and form.is_valid():
        added = _added(request, form, work.row)
        if added is not None:
            messages.success(request, NEEDS_A_CHECK)
            return redirect("evidence-item", added.pk)
    above = Link("Another kind", reverse("add-evidence", args=[promise_id]))
    title = f"Add evidence: {Evidence.Kind(kind).label}"
    return form_page(request, form, asks(title, act="Add it", says=work.row.words, above=above))


@open_to(Permission.KEEP_EVIDENCE)
@takes_files_up_to(LARGEST)
@require_http_methods(["GET", "POST"])
def correct_evidence(request: ScopedRequest, evidence_id: int) -> HttpResponse:
    """Adds another item that stands for this one."""
    one = queries.item(request.scope, evidence_id)
    work = plan_queries.promise_page(request.scope, one.row.promise_id)
    form = _form(request, work, Evidence.Kind(one.row.kind), _as_it_stands(one))
    if request.method == "POST" and form.is_valid():
        added = _added(request, form, work.row, replaces=one.row)
        if added is not None:
            messages.success(request, "Corrected. The newer one counts once someone outside has checked it.")
            return redirect("evidence-item", added.pk)
    above = Link(presenters.title_of(one), reverse("evidence-item", args=[evidence_id]))
    says = "The item as it is stays known. The corrected one stands for it, and must be checked anew."
    return form_page(request, form, asks("Correct evidence", act="Correct it", says=says, above=above))


def _form(
    request: ScopedRequest,
    work: plan_queries.PromiseWork,
    kind: Evidence.Kind,
    initial: dict[str, object] | None = None,
) -> EvidenceForm:
    scope = request.scope
    offered = Offered(
        bodies=queries.owners(scope),
        teams=queries.teams_of_owners(scope),
        milestones=[each.row for each in work.milestones],
        figures=queries.figures_to_cite(scope) if kind is Evidence.Kind.FIGURE else [],
        points=list(work.row.answers.all()),
    )
    standing = initial or {"owner": str(work.row.accountable_id)}
    return EvidenceForm(
        request.POST or None, request.FILES or None, kind=kind, offered=offered, initial=standing
    )


def _as_it_stands(one: queries.CountedEvidence) -> dict[str, object]:
    row = one.row
    if not one.is_shown:
        raise NotFound("Its words are shown to nobody any more.")
    return {
        **{name: getattr(row, name) for name in ("title", "shows", "happened_on", "provenance")},
        "seen_by": str(row.seen_by),
        "owner": str(row.owner_id),
        "owner_team": str(row.owner_team_id or ""),
        "milestone": str(row.milestone_id or ""),
        "cited_figure": str(row.cited_figure_id or ""),
        "answers": [str(point.pk) for point in row.answers.all()],
        "given_by": row.consented_by,
        "given_on": row.consented_on,
        "covers": str(row.consent_covers),
        "kept_at": row.consent_kept_at,
    }


def _added(
    request: ScopedRequest, form: EvidenceForm, promise: Promise, replaces: Evidence | None = None
) -> Evidence | None:
    """The item; None where the form now says why it was refused, with all that was typed."""
    try:
        return actions.add_evidence(promise, form.details(), replaces=replaces, by=request.scope)
    except Refused as refusal:
        form.add_error("file", str(refusal))
    except NotPossibleNow as refusal:
        form.add_error(None, str(refusal))
    return None


@open_to(Permission.CHECK_EVIDENCE)
@require_http_methods(["GET", "POST"])
def check_evidence(request: ScopedRequest, evidence_id: int) -> HttpResponse:
    """Checks an item from outside. Who may not is told why before they write."""
    one = queries.item(request.scope, evidence_id)
    if reason := why_not_from_outside(request.scope, one.row):
        raise NotPermitted(reason)
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        holds = cleaned["holds"] == "yes"
        actions.check_evidence(one.row, holds=holds, because=cleaned["because"], by=request.scope)
        messages.success(request, "Kept. Your check stands until someone checks it again.")
        return redirect("evidence-item", evidence_id)
    above = Link(presenters.title_of(one), reverse("evidence-item", args=[evidence_id]))
    says = presenters.shows_of(one)
    return form_page(request, form, asks("Check this evidence", act="Keep this", says=says, above=above))


@open_to(Permission.KEEP_EVIDENCE)
@require_http_methods(["GET", "POST"])
def withdraw_evidence(request: ScopedRequest, evidence_id: int) -> HttpResponse:
    """Takes an item out, with the reason."""
    one = queries.item(request.scope, evidence_id)
    form = WithdrawForm(request.POST or None, is_case_study=one.row.kind == Evidence.Kind.CASE_STUDY)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.withdraw_evidence(
            one.row,
            because=cleaned["because"],
            consent_ended=cleaned.get("consent_ended") == "yes",
            by=request.scope,
        )
        messages.success(request, "Withdrawn. It counts no more.")
        return redirect("promise", one.row.promise_id)
    above = Link(presenters.title_of(one), reverse("evidence-item", args=[evidence_id]))
    says = presenters.title_of(one)
    return form_page(request, form, asks("Withdraw evidence", act="Withdraw it", says=says, above=above))
