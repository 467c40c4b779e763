"""The page of a child's details, and the form that puts them right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.casework.actions import note_opened
from goldenthread.casework.details import presenters, queries
from goldenthread.casework.details.forms import DetailsForm
from goldenthread.casework.permissions import can_record
from goldenthread.people.actions import correct_person
from goldenthread.ui.values import Link


@open_to(Permission.SEE_CASES)
@require_GET
def details(request: ScopedRequest, reference: str) -> HttpResponse:
    """Who the child is, and who said so."""
    page = queries.details_page(request.scope, reference)
    note_opened(page.case, by=request.scope)
    said = " ".join(str(message) for message in messages.get_messages(request))
    may_correct = can_record(request.scope, page.case)
    values = presenters.details_values(page, may_correct=may_correct, said=said)
    return render(request, "casework/details.html", values)


@open_to(Permission.RECORD_ON_CASES)
@require_http_methods(["GET", "POST"])
def correct_details(request: ScopedRequest, reference: str) -> HttpResponse:
    """Puts details right: what was said before stays, with why it was wrong."""
    page = queries.details_to_correct(request.scope, reference)
    person = page.case.person
    form = DetailsForm(request.POST or None, of=person, is_shielded=page.is_shielded)
    if request.method == "POST" and form.is_valid():
        changes = form.changes(form.cleaned_data)
        correct_person(person, changes, because=form.cleaned_data["because"], by=request.scope)
        messages.success(request, "Put right. What was said before stays below.")
        return redirect("details", reference)
    values = {
        "form": form,
        "title": f"Put right the details of {person}",
        "caption": reference,
        "says": "Change only what is wrong. What a later return says of the rest still counts.",
        "act": "Put it right",
        "above": Link("Details", reverse("details", args=[reference])),
        "back_words": "Back without changing anything",
    }
    return render(request, "ui/patterns/form.html", values, status=422 if form.errors else 200)
