"""Preparing what everyone will see, approving it as another person, and taking something down."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.publication.actions import releasing as actions
from goldenthread.publication.actions import takedowns
from goldenthread.publication.forms import ApproveForm, PrepareForm, PutBackForm, SendBackForm, TakeDownForm
from goldenthread.publication.older import upgraded
from goldenthread.publication.parts import Content
from goldenthread.publication.presenters import releasing as presenters
from goldenthread.publication.queries import drafting as queries
from goldenthread.publication.site.drawing import draw
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Site

INVALID = 422
PREVIEW = "This is a preview. The public does not see it."


def said(request: HttpRequest) -> str:
    """What the act before this page did: told once."""
    return " ".join(str(message) for message in messages.get_messages(request))


@open_to(Permission.PREPARE_RELEASE)
@require_http_methods(["GET", "POST"])
def prepare(request: ScopedRequest) -> HttpResponse:
    """What would change for the public, and the act of preparing it."""
    draft = queries.draft(request.scope)
    public = upgraded(draft.follows.content)["parts"] if draft.follows else []
    form = PrepareForm(request.POST or None, initial={"seen": draft.digest}, public=public)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.prepare_release(
            seen=cleaned["seen"],
            note=cleaned["note"],
            correcting=form.correcting(),
            by=request.scope,
        )
        messages.success(request, "It is prepared. Another person has to approve it.")
        return redirect("prepare-release")
    back = queries.last_sent_back(request.scope)
    waiting = queries.waiting(request.scope)
    context = {
        "said": said(request),
        "form": form,
        "changes": presenters.change_rows(draft.changes),
        "in_short": presenters.in_short(draft.changes),
        "may_prepare": bool(draft.changes) or bool(public),
        "waiting": presenters.prepared_words(waiting) if waiting else "",
        "sent_back": presenters.sent_back_words(back) if back else "",
        "releases": presenters.released_rows(queries.releases(request.scope)),
    }
    return render(request, "publication/prepare.html", context, status=INVALID if form.errors else 200)


@open_to(Permission.APPROVE_RELEASE)
@require_GET
def approve(request: ScopedRequest) -> HttpResponse:
    """What waits to be approved."""
    return _approving(request, None, None)


@open_to(Permission.APPROVE_RELEASE)
@require_POST
def approve_prepared(request: ScopedRequest, prepared_id: int) -> HttpResponse:
    """Approves what was prepared."""
    prepared = queries.prepared(request.scope, prepared_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return _approving(request, form, None)
    actions.approve_release(prepared, seen=form.cleaned_data["seen"], by=request.scope)
    messages.success(request, "It is public now.")
    return redirect("approve-release")


@open_to(Permission.APPROVE_RELEASE)
@require_POST
def send_back(request: ScopedRequest, prepared_id: int) -> HttpResponse:
    """Does not approve what was prepared."""
    prepared = queries.prepared(request.scope, prepared_id)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _approving(request, None, form)
    actions.send_back(prepared, because=form.cleaned_data["because"], by=request.scope)
    messages.success(request, "It was sent back.")
    return redirect("approve-release")


def _approving(request: ScopedRequest, form: ApproveForm | None, back: SendBackForm | None) -> HttpResponse:
    found = queries.to_approve(request.scope)
    context: dict[str, Any] = {
        "said": said(request),
        "waiting": None,
        "may_take_down": request.scope.may(Permission.TAKE_DOWN),
        "releases": presenters.released_rows(queries.releases(request.scope)),
    }
    if found is not None:
        context |= {
            "waiting": found.prepared,
            "is_own": found.prepared.prepared_by_id == request.scope.actor_id,
            "prepared": presenters.prepared_words(found.prepared),
            "changes": presenters.change_rows(found.changes),
            "in_short": presenters.in_short(found.changes),
            "corrections": presenters.new_corrections(found),
            "form": form or ApproveForm(initial={"seen": found.prepared.digest}),
            "back": back or SendBackForm(auto_id="back_%s"),
        }
    wrong = bool((form and form.errors) or (back and back.errors))
    return render(request, "publication/approve.html", context, status=INVALID if wrong else 200)


@open_to(Permission.PREPARE_RELEASE)
@require_GET
def preview_draft(request: ScopedRequest, page: str = "") -> HttpResponse:
    """A page of the site as it would be."""
    content = queries.draft(request.scope).gathered.content
    return _preview(content, Links(page, reverse("preview-draft-home")))


@open_to(Permission.APPROVE_RELEASE)
@require_GET
def preview_prepared(request: ScopedRequest, prepared_id: int, page: str = "") -> HttpResponse:
    """A page of the site as it was prepared."""
    content = queries.prepared(request.scope, prepared_id).content
    return _preview(content, Links(page, reverse("preview-prepared-home", args=[prepared_id])))


def _preview(content: Content, links: Links) -> HttpResponse:
    drawn = draw(Site(content, "Not released.", notice=PREVIEW), links)
    if drawn is None:
        raise NotFound("The site would have no such page.")
    return HttpResponse(drawn)


@open_to(Permission.TAKE_DOWN)
@require_http_methods(["GET", "POST"])
def take_down(request: ScopedRequest) -> HttpResponse:
    """Hides a part at once."""
    there = queries.takeable(request.scope)
    form = TakeDownForm(request.POST or None, there=there)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        takedowns.take_down(cleaned["key"], because=cleaned["because"], by=request.scope)
        messages.success(request, "It is hidden. The reason stands in its place.")
        return redirect("take-down")
    return _taking_down(request, form, None)


@open_to(Permission.TAKE_DOWN)
@require_POST
def put_back(request: ScopedRequest) -> HttpResponse:
    """Lets a part be seen again."""
    form = PutBackForm(request.POST, hidden=queries.taken_down(request.scope))
    if not form.is_valid():
        return _taking_down(request, None, form)
    taken = form.hidden[form.cleaned_data["taken"]]
    takedowns.put_back(taken, because=form.cleaned_data["why_back"], by=request.scope)
    messages.success(request, "It can be seen again.")
    return redirect("take-down")


def _taking_down(request: ScopedRequest, form: TakeDownForm | None, back: PutBackForm | None) -> HttpResponse:
    hidden = queries.taken_down(request.scope)
    there = queries.takeable(request.scope)
    context = {
        "said": said(request),
        "form": form or TakeDownForm(there=there),
        "back": back or PutBackForm(hidden=hidden),
        "hidden": presenters.taken_rows(hidden),
        "is_anything": bool(there),
    }
    wrong = bool((form and form.errors) or (back and back.errors))
    return render(request, "publication/take_down.html", context, status=INVALID if wrong else 200)
