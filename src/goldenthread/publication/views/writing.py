"""Writing to families, easy words, and saying what may be public at all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.publication.actions import writing as actions
from goldenthread.publication.forms import EasyForm, LetterForm, MarkForm
from goldenthread.publication.models import OpenLetter
from goldenthread.publication.presenters import releasing as presenters
from goldenthread.publication.queries import drafting, letters, marks
from goldenthread.publication.views.releasing import INVALID, said
from goldenthread.ui.values import Link

BACK_TO_LETTERS = "Letters and updates"


@open_to(Permission.PREPARE_RELEASE)
@require_GET
def open_letters(request: ScopedRequest) -> HttpResponse:
    """Every letter and update, drafts among them."""
    rows = letters.open_letters(request.scope)
    context = {
        "said": said(request),
        "title": "Letters and updates",
        "says": "What you write to families. What is ready enters the next release.",
        "table": presenters.letters_table(rows) if rows else None,
        "nothing": "Nothing was written yet.",
        "add": Link("Write to families", reverse("write-letter")),
    }
    return render(request, "publication/rows.html", context)


@open_to(Permission.PREPARE_RELEASE)
@require_http_methods(["GET", "POST"])
def write_letter(request: ScopedRequest) -> HttpResponse:
    """Begins a letter."""
    return _letter(request, None)


@open_to(Permission.PREPARE_RELEASE)
@require_http_methods(["GET", "POST"])
def edit_letter(request: ScopedRequest, letter_id: int) -> HttpResponse:
    """Another wording of a letter. What was released of it stays."""
    return _letter(request, letters.open_letter(request.scope, letter_id))


def _letter(request: ScopedRequest, row: OpenLetter | None) -> HttpResponse:
    initial = None
    if row is not None:
        initial = {name: getattr(row, name) for name in ("kind", "title", "dated_on", "words", "signed")}
        initial["ready"] = "yes" if row.is_ready else "no"
    form = LetterForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        is_example = row.is_example if row else False
        actions.keep_letter(form.details(is_example=is_example), letter=row, by=request.scope)
        messages.success(request, "It is kept.")
        return redirect("open-letters")
    values = {
        "title": row.title if row else "Write to families",
        "act": "Keep it",
        "form": form,
        "above": Link(BACK_TO_LETTERS, reverse("open-letters")),
    }
    return render(request, "ui/patterns/form.html", values, status=INVALID if form.errors else 200)


@open_to(Permission.PREPARE_RELEASE)
@require_GET
def what_may_be_public(request: ScopedRequest) -> HttpResponse:
    """Everything that can be let into a release, and whether it is."""
    rows = marks.candidates(request.scope)
    context = {
        "said": said(request),
        "title": "What may be public",
        "says": "Nothing enters a release before someone says here that it may.",
        "table": presenters.marks_table(rows) if rows else None,
        "nothing": "There is nothing yet that could be public.",
        "add": None,
    }
    return render(request, "publication/rows.html", context)


@open_to(Permission.PREPARE_RELEASE)
@require_http_methods(["GET", "POST"])
def mark_for_public(request: ScopedRequest, kind: str, row_id: int) -> HttpResponse:
    """Says whether one thing may be public."""
    found = marks.candidate(request.scope, kind, row_id)
    if found is None:
        raise NotFound("There is no such thing to publish.")
    form = MarkForm(request.POST or None, initial={"may": "yes" if found.is_public else "no"})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.mark(
            found.kind,
            found.row_id,
            public=cleaned["may"] == "yes",
            because=cleaned["because"] if cleaned["may"] == "no" else "",
            by=request.scope,
        )
        messages.success(request, "It is kept. The public sees it with the next release.")
        return redirect("what-may-be-public")
    values = {
        "title": found.title,
        "act": "Keep this",
        "form": form,
        "above": Link("What may be public", reverse("what-may-be-public")),
    }
    return render(request, "ui/patterns/form.html", values, status=INVALID if form.errors else 200)


@open_to(Permission.PREPARE_RELEASE)
@require_GET
def easy_words(request: ScopedRequest) -> HttpResponse:
    """Every part of the next release, and who makes its easy words."""
    parts = drafting.draft(request.scope).gathered.content["parts"]
    context = {
        "said": said(request),
        "title": "Easy words",
        "says": "Each page has an easy read version. Where nobody wrote it, the page makes it and says so.",
        "table": presenters.easy_table(parts) if parts else None,
        "nothing": "There is nothing yet that could be public.",
        "add": None,
    }
    return render(request, "publication/rows.html", context)


@open_to(Permission.PREPARE_RELEASE)
@require_http_methods(["GET", "POST"])
def write_easily(request: ScopedRequest, key: str) -> HttpResponse:
    """Easy words for one part."""
    parts = {one["key"]: one for one in drafting.draft(request.scope).gathered.content["parts"]}
    if key not in parts:
        raise NotFound("The next release has no such part.")
    form = EasyForm(request.POST or None, initial={"words": "\n".join(parts[key]["easy"])})
    if request.method == "POST" and form.is_valid():
        actions.write_easily(key, form.cleaned_data["words"], by=request.scope)
        messages.success(request, "The easy words are kept.")
        return redirect("easy-words")
    values = {
        "title": parts[key]["title"],
        "act": "Keep them",
        "form": form,
        "above": Link("Easy words", reverse("easy-words")),
    }
    return render(request, "ui/patterns/form.html", values, status=INVALID if form.errors else 200)
