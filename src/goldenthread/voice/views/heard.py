"""Pages of what was said, done and changed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.ui.values import Link
from goldenthread.voice.actions import heard as actions
from goldenthread.voice.forms.heard import ChangedForm, DoneForm, HeardForm, TakeBackForm
from goldenthread.voice.presenters import heard as presenters
from goldenthread.voice.queries import asked, said
from goldenthread.voice.views.pages import form_page, may_keep, page


@open_to(Permission.SEE_VOICE)
@require_GET
def heard(request: ScopedRequest) -> HttpResponse:
    """You said, we did, what changed."""
    found = said.heard(request.scope)
    values = {
        "lead": presenters.counted_words(found) if found else "",
        "rows": presenters.heard_values(found, may_keep=may_keep(request)),
        "add": Link("Add what was said", reverse("add-heard")) if may_keep(request) else None,
    }
    return page(request, "voice/heard.html", values)


def _above() -> Link:
    return Link("You said, we did", reverse("heard"))


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def add_heard(request: ScopedRequest) -> HttpResponse:
    """Keeps what was said."""
    surveys = [each.survey for each in asked.surveys(request.scope)]
    form = HeardForm(request.POST or None, surveys=surveys)
    if request.method == "POST" and form.is_valid():
        actions.add_heard(form.details(), by=request.scope)
        messages.success(request, "Kept. Say what was done when something is.")
        return redirect("heard")
    return form_page(request, form, {"title": "Add what was said", "act": "Add it", "above": _above()})


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def say_what_was_done(request: ScopedRequest, heard_id: int) -> HttpResponse:
    """Says what was done about it."""
    row = said.one_heard(request.scope, heard_id)
    form = DoneForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_what_was_done(row, **form.cleaned_data, by=request.scope)
        except NotPossibleNow as problem:
            form.add_error("did_on", str(problem))
        else:
            messages.success(request, "Kept. Say what changed once families notice it.")
            return redirect("heard")
    values = {"title": "What did we do?", "caption": row.theme, "says": f"You said: {row.said}"}
    return form_page(request, form, {**values, "act": "Keep this", "above": _above()})


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def say_what_changed(request: ScopedRequest, heard_id: int) -> HttpResponse:
    """Says what became different for families, and how we know."""
    row = said.one_heard(request.scope, heard_id)
    form = ChangedForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_what_changed(row, **form.cleaned_data, by=request.scope)
        except NotPossibleNow as problem:
            form.add_error("changed_on", str(problem))
        else:
            messages.success(request, "Kept.")
            return redirect("heard")
    words = f"You said: {row.said} We did: {row.did or presenters.NOT_DONE}"
    values = {"title": "What changed for families?", "caption": row.theme, "says": words}
    return form_page(request, form, {**values, "act": "Keep this", "above": _above()})


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def correct_heard(request: ScopedRequest, heard_id: int) -> HttpResponse:
    """Puts right what was said, with the reason."""
    row = said.one_heard(request.scope, heard_id)
    surveys = [each.survey for each in asked.surveys(request.scope)]
    form = HeardForm(request.POST or None, surveys=surveys, row=row)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.correct_heard(row, form.details(), because=because, by=request.scope)
        except NotPossibleNow as problem:
            form.add_error("said_on", str(problem))
        else:
            messages.success(request, "Corrected. What it said before is on record.")
            return redirect("heard")
    return form_page(
        request, form, {"title": "Correct what was said", "act": "Correct it", "above": _above()}
    )


@open_to(Permission.KEEP_VOICE)
@require_http_methods(["GET", "POST"])
def take_back_what_changed(request: ScopedRequest, heard_id: int) -> HttpResponse:
    """Says that it did not change after all."""
    row = said.one_heard(request.scope, heard_id)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_what_changed(row, because=form.cleaned_data["because"], by=request.scope)
        except NotPossibleNow as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Taken back. What changed is open again.")
            return redirect("heard")
    words = f"You said: {row.said} What changed: {row.changed or presenters.NOT_KNOWN}"
    values = {"title": "Did it not change after all?", "caption": row.theme, "says": words}
    return form_page(request, form, {**values, "act": "Take it back", "above": _above()})
