"""Pages of documents that judge the partnership: the timeline, reading a letter, one point, the brief."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to, takes_files_up_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.improvement.actions import origins as actions
from goldenthread.improvement.forms.origins import (
    LARGEST_LETTER,
    AddPointForm,
    CompletePointForm,
    OriginForm,
    ReadLetterForm,
    TiePointForm,
    UntieForm,
)
from goldenthread.improvement.models import PointTie
from goldenthread.improvement.presenters import origins as presenters
from goldenthread.improvement.queries import origins as queries
from goldenthread.improvement.views.pages import form_page, may_keep, page
from goldenthread.ui.values import Link
from goldenthread.ui.words import plural


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def origins(request: ScopedRequest) -> HttpResponse:
    """Every document, newest first."""
    context = {
        "entries": presenters.timeline(queries.origins(request.scope)),
        "brief": Link("The brief for the next review", reverse("review-brief")),
        "add": Link("Keep a document", reverse("add-origin")) if may_keep(request) else None,
    }
    return render(request, "improvement/origins.html", context)


@open_to(Permission.KEEP_IMPROVEMENT)
@takes_files_up_to(LARGEST_LETTER)
@require_http_methods(["GET", "POST"])
def add_origin(request: ScopedRequest) -> HttpResponse:
    """Keeps a document, and goes on to its sentences where it has any."""
    form = OriginForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kept = actions.add_origin(form.details(), by=request.scope)
        if queries.first_undecided(request.scope, kept) is not None:
            return redirect("read-origin", kept.pk)
        messages.success(request, "Kept. Add what it says, point by point.")
        return redirect("origin", kept.pk)
    values = {
        "title": "Keep a document",
        "says": "An inspection report, a notice, a letter after a review, a survey by the forum.",
        "act": "Keep it",
        "above": Link("What was said of us", reverse("origins")),
    }
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def origin(request: ScopedRequest, origin_id: int) -> HttpResponse:
    """One document and what it says."""
    found = queries.origin_page(request.scope, origin_id)
    values = presenters.origin_values(found, may_keep=may_keep(request))
    return page(request, "improvement/origin.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def read_origin(request: ScopedRequest, origin_id: int) -> HttpResponse:
    """A few sentences of a letter: what is each? Goes on until the letter ends."""
    letter = queries.origin(request.scope, origin_id)
    after = _after(request, letter)
    rows = queries.sentences_to_decide(request.scope, letter, after=after)
    if not rows:
        return redirect("origin", letter.pk)
    form = ReadLetterForm(request.POST or None, sentences=rows)
    if request.method == "POST" and form.is_valid():
        actions.decide_sentences(form.decisions(), origin=letter, by=request.scope)
        if queries.sentences_to_decide(request.scope, letter, after=rows[-1].number):
            return redirect(f"{reverse('read-origin', args=[letter.pk])}?after={rows[-1].number}")
        messages.success(
            request, "The letter is read to its end. Say who must act, and tie what was raised before."
        )
        return redirect("origin", letter.pk)
    total = queries.sentences_of(request.scope, letter)
    values = {
        "title": "What does the letter say?",
        "caption": letter.title,
        "says": f"Sentences {rows[0].number} to {rows[-1].number} of {plural(total, 'sentence')}. "
        "What each seems to be is chosen already: change what is wrong.",
        "act": "Keep and go on",
        "above": Link(letter.title, reverse("origin", args=[letter.pk])),
    }
    return form_page(request, form, values)


def _after(request: ScopedRequest, letter: Any) -> int:
    """The number before this page's first sentence: as the address says, else before the first undecided."""
    given = request.GET.get("after", "")
    if given.isdecimal() and len(given) < 9:
        return int(given)
    first = queries.first_undecided(request.scope, letter)
    return first - 1 if first is not None else 0


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def add_point(request: ScopedRequest, origin_id: int) -> HttpResponse:
    """Adds a point by hand."""
    document = queries.origin(request.scope, origin_id)
    form = AddPointForm(request.POST or None, bodies=queries.responsible_bodies(request.scope))
    if request.method == "POST" and form.is_valid():
        point = actions.add_point(document, form.details(), by=request.scope)
        messages.success(request, "Added.")
        return redirect("point", point.pk)
    above = Link(document.title, reverse("origin", args=[document.pk]))
    return form_page(request, form, {"title": "Add what it says", "act": "Add it", "above": above})


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def point(request: ScopedRequest, point_id: int) -> HttpResponse:
    """One point, and all that was said of it over the years."""
    found = queries.point_page(request.scope, point_id)
    values = presenters.point_values(found, may_keep=may_keep(request))
    return page(request, "improvement/point.html", values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def complete_point(request: ScopedRequest, point_id: int) -> HttpResponse:
    """Who must act, and by when."""
    row = queries.point_page(request.scope, point_id).point
    bodies = queries.responsible_bodies(request.scope)
    form = CompletePointForm(request.POST or None, bodies=bodies, point=row)
    if request.method == "POST" and form.is_valid():
        actions.complete_point(
            row,
            code=form.cleaned_data["code"],
            due_on=form.cleaned_data.get("due_on"),
            responsible=form.chosen(),
            by=request.scope,
        )
        messages.success(request, "Kept.")
        return redirect("point", row.pk)
    above = Link("The point", reverse("point", args=[row.pk]))
    values = {"title": "Who must act, and by when?", "says": row.words, "act": "Keep this", "above": above}
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def tie_point(request: ScopedRequest, point_id: int) -> HttpResponse:
    """Ties a point to one that an earlier document raised."""
    row = queries.point_page(request.scope, point_id).point
    form = TiePointForm(request.POST or None, earlier=queries.earlier_points(request.scope, row))
    if request.method == "POST" and form.is_valid():
        actions.tie_points(
            row,
            form.candidates[form.cleaned_data["earlier"]],
            how=PointTie.How(form.cleaned_data["how"]),
            because=form.cleaned_data["because"],
            by=request.scope,
        )
        messages.success(request, "Tied.")
        return redirect("point", row.pk)
    above = Link("The point", reverse("point", args=[row.pk]))
    values = {"title": "Was this raised before?", "says": row.words, "act": "Tie them", "above": above}
    return form_page(request, form, values)


@open_to(Permission.KEEP_IMPROVEMENT)
@require_http_methods(["GET", "POST"])
def untie_points(request: ScopedRequest, tie_id: int) -> HttpResponse:
    """Takes a tie back."""
    row = queries.tie(request.scope, tie_id)
    form = UntieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        later = row.later_id
        actions.untie_points(row, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Untied.")
        return redirect("point", later)
    values = {
        "title": "Untie these two points?",
        "says": presenters.tie_in_words(row),
        "act": "Untie them",
        "above": Link("The point", reverse("point", args=[row.later_id])),
    }
    return form_page(request, form, values)


@open_to(Permission.SEE_IMPROVEMENT)
@require_GET
def brief(request: ScopedRequest) -> HttpResponse:
    """What the next review will ask."""
    values = presenters.brief_values(queries.brief(request.scope), may_keep=may_keep(request))
    return render(request, "improvement/brief.html", values)
